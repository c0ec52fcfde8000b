"""Excel files: out in a stream, in with an error for every bad cell."""
