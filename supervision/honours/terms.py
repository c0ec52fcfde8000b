"""How long a nomination stands in public. A right to object that ends, not a duty that lapses: the limit is read, no clock runs."""

PUBLICITY = "honours.publicity"
