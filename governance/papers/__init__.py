"""Papers to sign: plain texts become Word templates in the official layout, and are filled from a case."""
