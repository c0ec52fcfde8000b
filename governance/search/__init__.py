"""Chinese full-text search inside PostgreSQL, without an extension and without a dictionary."""
