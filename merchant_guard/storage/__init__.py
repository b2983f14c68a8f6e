"""The encrypted store: its key, its database with migrations, and a store for every kind of thing kept."""
