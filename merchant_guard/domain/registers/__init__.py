"""What happens in the shop over the year, written down: registers, entries, and the book of them all."""
