"""Text: the parts of an article as paragraphs, sentences, quotations and words, every offset into the original.

>>> from figcheck.models import Article
>>> body = read(Article(id="a", text='Gen. Ito spoke. "We lost 2.5 million," he said.')).parts[-1]
>>> [s.text for s in body.sentences]
['Gen. Ito spoke.', '"We lost 2.5 million," he said.']
>>> [body.text[q.start:q.end] for q in body.quotations]
['"We lost 2.5 million,"']
"""

from figcheck.text.document import Document, Part, Sentence, read
from figcheck.text.quotes import Quotation

__all__ = ["Document", "Part", "Quotation", "Sentence", "read"]
