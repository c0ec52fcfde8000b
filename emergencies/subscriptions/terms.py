"""How long an address nobody confirmed is kept, as a limit with its source."""

UNCONFIRMED = "warnings.unconfirmed"
