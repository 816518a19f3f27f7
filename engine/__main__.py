"""``python -m engine``."""

import os

# Before torch is loaded. Its threads spin while they wait for each other, which on a machine that
# other programs use as well stretches a question from 45 ms to 900 ms (measured on two shared cores).
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

if __name__ == "__main__":
    from .cli import main

    main()
