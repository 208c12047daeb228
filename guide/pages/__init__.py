"""The guide as pages: answers, open points, differences, pictures, the letter."""
