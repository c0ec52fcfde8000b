"""What this procedure brings to its chapter: nothing but the notices, which hang on the pages of the register."""

PARTS = {}
