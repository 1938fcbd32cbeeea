"""The arithmetic of one layer of the model, in as few steps as numpy needs for it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]


class Layer:
    """One weighing of words, or of each word with the word before and the word after it."""

    def __init__(self, maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        self.width, self.pieces, _ = weights.shape
        # All first pieces, then all second ones: whole rows are compared faster than neighbours within a row.
        self.weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(self.width * self.pieces, -1).T)
        self.bias = np.ascontiguousarray(bias.T.reshape(-1))
        self.scale: Floats = np.asarray(norm.get_param("G"))
        self.shift: Floats = np.asarray(norm.get_param("b"))

    def mix(self, words: Floats, around: Floats) -> None:
        """Add to each of ``words`` what it makes with its neighbours; ``around`` is room for the three side by side."""
        width = self.width
        around[1:, :width] = words[:-1]
        around[:, width : 2 * width] = words
        around[:-1, 2 * width :] = words[1:]
        told = around @ self.weights
        told += self.bias
        self.add(words, told)

    def bring(self, words: Floats) -> Floats:
        """What each of ``words`` brings to the word behind it, to itself and to the word before it."""
        brought: Floats = np.stack([words @ part for part in np.split(self.weights, 3)])
        brought[1] += self.bias
        return brought

    def add(self, words: Floats, told: Floats) -> None:
        """Add to each of ``words`` the best of its pieces, evened out."""
        width = self.width
        best = told[:, :width]
        for piece in range(1, self.pieces):
            np.maximum(best, told[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(1e-8)
        best *= (1 / np.sqrt(spread))[:, None]
        best *= self.scale
        best += self.shift
        words += best


def named(model: Model[Any, Any], name: str) -> list[Model[Any, Any]]:
    """The layers of a model that go by a name, in order."""
    return [layer for layer in model.walk() if layer.name == name]
