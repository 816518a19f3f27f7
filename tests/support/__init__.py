"""What several tests need: scenes, sounds, a worker process, a desk with the dock on it."""
