"""What a rule is and sees."""
