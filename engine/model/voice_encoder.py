"""The voice encoders: a pretrained speech encoder with dilated convolutions, and the paper-like one.

Both end in attention pooling over time and a unit vector in the space that images share.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

MELS = 80
MFCCS = 40


class SpeechBlock(nn.Module):
    """One pre-norm transformer block of Whisper's encoder."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.attention_norm = nn.LayerNorm(width)
        self.attention_in = nn.Linear(width, 3 * width)
        self.attention_out = nn.Linear(width, width)
        self.mlp_norm = nn.LayerNorm(width)
        self.mlp_in = nn.Linear(width, 4 * width)
        self.mlp_out = nn.Linear(4 * width, width)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Map [b, t, width] to the same; ``mask`` [b, 1, 1, t] is true where frames count."""
        batch, frames, width = x.shape
        qkv = self.attention_in(self.attention_norm(x))
        q, k, v = qkv.view(batch, frames, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = x + self.attention_out(attended.transpose(1, 2).reshape(batch, frames, width))
        return x + self.mlp_out(functional.gelu(self.mlp_in(self.mlp_norm(x))))


class SpeechEncoder(nn.Module):
    """The encoder of Whisper tiny.en (Radford et al. 2022), run on the utterance's true length."""

    WIDTH, HEADS, LAYERS, CONTEXT = 384, 6, 4, 1500
    positions: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv1d(MELS, self.WIDTH, 3, padding=1)
        self.conv2 = nn.Conv1d(self.WIDTH, self.WIDTH, 3, stride=2, padding=1)
        self.blocks = nn.ModuleList(SpeechBlock(self.WIDTH, self.HEADS) for _ in range(self.LAYERS))
        self.norm = nn.LayerNorm(self.WIDTH)
        self.register_buffer("positions", sinusoids(self.CONTEXT, self.WIDTH), persistent=False)

    def forward(self, log_mel: Tensor, frames: Tensor | None = None) -> Tensor:
        """Encode log-mel spectrograms.

        Args:
            log_mel: [b, 80, t], 100 frames a second, at most 3000.
            frames: How many of the t frames of each utterance count, int [b]; all if None.

        Returns:
            [b, ceil(t / 2), 384], 50 frames a second.
        """
        halved = None if frames is None else (frames + 1) // 2
        return self.norm(self.run(self.stem(log_mel), halved))

    def stem(self, log_mel: Tensor) -> Tensor:
        """Map log-mel spectrograms [b, 80, t] to the blocks' input [b, ceil(t / 2), 384]."""
        x = functional.gelu(self.conv1(log_mel))
        x = functional.gelu(self.conv2(x)).transpose(1, 2)
        return x + self.positions[: x.shape[1]]

    def run(
        self, x: Tensor, frames: Tensor | None, first: int = 0, last: int | None = None
    ) -> Tensor:
        """Run blocks ``first`` to ``last`` (excluded) on [b, t, 384], of which ``frames`` count."""
        mask = None if frames is None else frame_mask(frames, x.shape[1])[:, None, None, :]
        for block in self.blocks[first:last]:
            x = block(x, mask)
        return x


def sinusoids(length: int, channels: int) -> Tensor:
    """Return Whisper's fixed position encoding, [length, channels]."""
    half = channels // 2
    rates = torch.exp(-math.log(10_000) / (half - 1) * torch.arange(half))
    angles = torch.arange(length)[:, None] * rates[None, :]
    return torch.cat([angles.sin(), angles.cos()], dim=1)


def frame_mask(frames: Tensor, longest: int) -> Tensor:
    """Return bool [b, longest], true where a frame belongs to the utterance."""
    return torch.arange(longest, device=frames.device)[None, :] < frames[:, None]


class DilatedBlock(nn.Module):
    """Residual dilated convolution over time: depthwise (kernel 5), then across channels.

    The dilations of successive blocks (1, 2, 4) widen the view to about a second without losing
    resolution, as in SCRL's voice encoder.
    """

    def __init__(self, channels: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(channels)
        self.depthwise = nn.Conv1d(
            channels, channels, 5, padding=2 * dilation, dilation=dilation, groups=channels
        )
        self.pointwise = nn.Linear(channels, channels)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Map [b, t, c] to the same; ``mask`` bool [b, t]."""
        y = self.norm(x) * mask[..., None]
        y = self.depthwise(y.transpose(1, 2)).transpose(1, 2)
        return x + self.dropout(self.pointwise(functional.gelu(y)))


class AttentionPooling(nn.Module):
    """Mean over time weighted by a learned score, one set of weights for each head.

    Lin et al. 2017, "A structured self-attentive sentence embedding", with a head for each slice of
    the channels instead of a row for each hop.
    """

    def __init__(self, channels: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.score = nn.Sequential(
            nn.Linear(channels, channels // 4), nn.Tanh(), nn.Linear(channels // 4, heads)
        )

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Pool [b, t, c] to [b, c]; ``mask`` bool [b, t]."""
        weights = self.score(x).masked_fill(~mask[..., None], float("-inf")).softmax(dim=1)
        batch, frames, channels = x.shape
        slices = x.view(batch, frames, self.heads, channels // self.heads)
        return torch.einsum("bth,bthc->bhc", weights, slices).reshape(batch, channels)


class VoiceHead(nn.Module):
    """From speech features to unit vectors: dilated convolutions, attention pooling, projection."""

    STRIDE = 4

    def __init__(
        self,
        channels_in: int,
        embedding_size: int,
        channels: int = 512,
        heads: int = 16,
        dilations: tuple[int, ...] = (1, 2, 4),
        dropout: float = 0.2,
    ) -> None:
        super().__init__()
        self.channels_in, self.channels = channels_in, channels
        self.norm = nn.LayerNorm(channels_in)
        # 12.5 frames a second are enough above the encoder, and quarter the cost of the rest.
        self.reduce = nn.Conv1d(
            channels_in, channels_in, 9, self.STRIDE, padding=4, groups=channels_in
        )
        self.blocks = nn.ModuleList(DilatedBlock(channels_in, d, dropout) for d in dilations)
        self.widen = nn.Linear(channels_in, channels)
        self.pool = AttentionPooling(channels, heads)
        self.projection = nn.Sequential(
            nn.LayerNorm(channels),
            nn.Dropout(dropout),
            nn.Linear(channels, channels),
            nn.GELU(),
            nn.Dropout(dropout),
            nn.Linear(channels, embedding_size),
        )

    def forward(self, features: Tensor, frames: Tensor | None = None) -> Tensor:
        """Embed features.

        Args:
            features: [b, t, channels_in].
            frames: How many of the t frames count, int [b]; all if None.

        Returns:
            [b, embedding_size], unit length.
        """
        return functional.normalize(self.projection(self.pooled(features, frames)), dim=-1)

    def pooled(self, features: Tensor, frames: Tensor | None = None) -> Tensor:
        """Return what the projection takes, [b, channels]; arguments as of :meth:`forward`."""
        if frames is None:
            frames = torch.full((features.shape[0],), features.shape[1], device=features.device)
        x = self.norm(features) * frame_mask(frames, features.shape[1])[..., None]
        x = self.reduce(x.transpose(1, 2)).transpose(1, 2)
        mask = frame_mask((frames + self.STRIDE - 1) // self.STRIDE, x.shape[1])
        for block in self.blocks:
            x = block(x, mask)
        return self.pool(functional.gelu(self.widen(x)), mask)


class VoiceEncoder(nn.Module):
    """The encoder that ships: Whisper tiny.en's encoder, then :class:`VoiceHead`."""

    def __init__(self, embedding_size: int) -> None:
        super().__init__()
        self.speech = SpeechEncoder()
        self.head = VoiceHead(SpeechEncoder.WIDTH, embedding_size)

    def forward(self, log_mel: Tensor, frames: Tensor | None = None) -> Tensor:
        """Embed log-mel spectrograms [b, 80, t] with ``frames`` int [b] that count."""
        halved = None if frames is None else (frames + 1) // 2
        return self.head(self.upper(self.speech.stem(log_mel), halved, 0), halved)

    def upper(self, x: Tensor, frames: Tensor | None, part: int) -> Tensor:
        """Return the head's input from the input of speech block ``part``: training keeps that."""
        return self.speech.norm(self.speech.run(x, frames, part))


class PaperVoiceEncoder(nn.Module):
    """For comparison: dilated convolutions on MFCC from scratch, as the paper has it."""

    def __init__(self, embedding_size: int, channels: int = 256) -> None:
        super().__init__()
        self.norm = nn.BatchNorm1d(MFCCS)
        self.stem = nn.Conv1d(MFCCS, channels, 5, stride=2, padding=2)
        self.head = VoiceHead(channels, embedding_size, dilations=(1, 2, 4, 8, 16))

    def forward(self, mfcc: Tensor, frames: Tensor | None = None) -> Tensor:
        """Embed MFCC [b, 40, t] with ``frames`` int [b] that count."""
        halved = None if frames is None else (frames + 1) // 2
        return self.head(self.upper(mfcc.transpose(1, 2), halved, 0), halved)

    def upper(self, x: Tensor, frames: Tensor | None, part: int) -> Tensor:
        """Return the head's input of MFCC [b, t, 40]; nothing of this encoder is kept."""
        return functional.gelu(self.stem(self.norm(x.transpose(1, 2)))).transpose(1, 2)
