"""Image encoder, voice encoder, SCRL losses and checkpoint."""
