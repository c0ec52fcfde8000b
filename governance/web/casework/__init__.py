"""The pages every procedure has, made from its table: a worklist, a case, and the forms of its steps."""
