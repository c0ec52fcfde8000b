"""Tracking a case without an account: number and query code, the pass they give, the receipt that tells them."""
