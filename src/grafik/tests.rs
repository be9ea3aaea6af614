//! Drawings judged by their places, and the sentences by reading them.
