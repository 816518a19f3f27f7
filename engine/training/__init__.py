"""Datasets, speech synthesis, fitting, metrics and evaluation."""
