"""The one place where everything is put together: build, serve, check, export, and the command line."""
