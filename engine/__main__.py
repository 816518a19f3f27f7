"""``python -m engine``, and ``scrl`` where the engine was installed with pip."""

import os

# Before torch is loaded; api.py does the same. Its threads spin while they wait for each other, which on a machine
# that other programs use as well stretches a question from 45 ms to 900 ms (measured on two shared cores).
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def main() -> None:
    """Run the command line."""
    try:
        from . import catalogue_commands, notes_commands  # noqa: F401 (add their commands)
        from .cli import main as run
    except KeyboardInterrupt:
        # Ctrl-C before anything has begun, while modules are loaded.
        raise SystemExit(130) from None
    run()


if __name__ == "__main__":
    main()
