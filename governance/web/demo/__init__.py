"""What the demo needs of the core: offices of the whole city, and named accounts for every role."""
