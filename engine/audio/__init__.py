"""Sound: files, microphone, end of speech, log-mel features."""
