"""Where the accounts of one incident conflict."""
