"""Review: the desk where a person will say of two claims "same incident" or "not the same", of a conflict "confirmed" or
"dismissed", and the next run abides by it.

It stands a floor above the pipeline, as it will show the pages of a run and start one, and under the command. It holds
no code yet; the floor is kept so that nobody below comes to lean on it.
"""
