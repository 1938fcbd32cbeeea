"""Review: the desk where a person will say "same incident", "different", "confirmed" or "dismissed".

It stands a floor above the pipeline, as it will show the pages of a run and ask for the next one, which abides by what
was said; and a floor under the command. It holds no code yet: its floor is kept so that nobody below leans on it.
"""
