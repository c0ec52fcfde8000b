"""What this procedure brings to its chapter: nothing but its pages, which hang on those of the register."""

PARTS = {}
