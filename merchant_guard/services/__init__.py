"""What a person can do with the app, each a function over the rooms below."""
