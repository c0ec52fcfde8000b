"""Personal facts: sealed at rest, masked on screen, opened for a stated purpose that is written down."""
