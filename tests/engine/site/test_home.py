"""The home page: what it says first, the drawing of its sources, the sentence, the cards."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from newsdossier.analysis.collation import Collation, collate
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import OriginReference
from newsdossier.site.build import preview
from newsdossier.site.drawings.source_tree import draw_source_tree
from newsdossier.site.parts.answer_cards import build_answer_cards
from newsdossier.site.parts.opening import describe_articles
from newsdossier.site.parts.rendered_sentence import build_sentence
from newsdossier.site.parts.who_appears import list_appearances
from tests.support.ferry import change, copied, edited
from tests.support.rendered import body, of_class, told, words


def collate_copies(dossier: Dossier, *origins: str | None) -> Collation:
    """A dossier with an article for each origin, None being an article that copies nothing."""
    model = dossier.articles["wire-copy"]
    articles = {}
    for number, name in enumerate(origins):
        origin = OriginReference(origin=name or "none", because="as the case wants it")
        article = model.model_copy(update={"id": f"copy-{number}", "origin": origin})
        articles[article.id] = article
    record = dossier.origins["coastwire-grounding"]
    return collate(
        replace(
            dossier,
            articles=articles,
            renditions=dict.fromkeys(articles, dossier.renditions["wire-copy"]),
            origins={
                name: record.model_copy(update={"id": name, "base": None})
                for name in origins
                if name
            },
            questions={},
            entities=dossier.entities,
        )
    )


@pytest.mark.parametrize(
    ("origins", "headline"),
    [
        ([None], "One article, statement by statement."),
        (["a"], "One article, statement by statement."),
        ([None, None], "Two articles. They share no dispatch."),
        (["a", "b", None], "Three articles. They share no dispatch."),
        (["a", "a"], "Two articles. Both are copies of one dispatch."),
        (["a", "a", None], "Three articles. Two are copies of one dispatch."),
        (["a", "a", "a"], "Three articles. All are copies of one dispatch."),
        (["a", "a", "b", "b", None], "Five articles. Four are copies of two dispatches."),
        (["a", "a", "b", "b", "b", "c"], "Six articles. Five are copies of two dispatches."),
        (["a"] * 14, "14 articles. All are copies of one dispatch."),
    ],
)
def test_the_headline_counts_articles_and_copies(
    origins: list[str | None], headline: str, tmp_path: Path
) -> None:
    """It holds for any story: one article, no copies, several dispatches."""
    assert describe_articles(collate_copies(edited(tmp_path), *origins)) == headline


def test_the_drawing_says_where_the_words_of_each_article_come_from(tmp_path: Path) -> None:
    """Each witness with words in an article stands above, and each page has the colours of its."""
    tree = draw_source_tree(collate(edited(tmp_path)))
    assert tree
    assert [(one.label, one.kind) for one in tree.heads] == [
        ("Coastwire dispatch", "one dispatch"),
        ("Retelling", "what it adds"),
        ("Courier", "own report"),
    ]
    assert [(one.article.text, [colour for colour, _ in one.lines]) for one in tree.pages] == [
        ("Wire copy", [1]),
        ("Retelling", [1, 2]),
        ("Courier", [3]),
    ]
    assert [colour for colour, _ in tree.edges] == [1, 1, 2, 3]


def test_a_line_of_the_drawing_stands_for_as_many_words_as_it_says(tmp_path: Path) -> None:
    """The lines of a page have together the length of its words, a line being fourteen of them."""
    collation = collate(edited(tmp_path))
    tree = draw_source_tree(collation)
    assert tree
    assert tree.words_a_line == "14"
    for page in tree.pages:
        article = next(one for one in collation.articles if one.label == page.article.text)
        if any(label.startswith(("s", "f")) for label in article.labels):
            continue  # sub-heads and boxes are drawn narrower
        number = sum(len(b.text.split()) for b in collation.renditions[article.id].blocks)
        strokes = [one for _, path in page.lines for one in path.split("M") if one]
        drawn = sum(float(one.partition("h")[2]) for one in strokes)
        assert drawn == pytest.approx(number / 14 * tree.page_width, abs=len(strokes))


def test_more_articles_than_fit_are_not_drawn(tmp_path: Path) -> None:
    """With six articles there is a drawing, with seven none; the page stands without it."""
    dossier = edited(tmp_path)
    assert draw_source_tree(collate_copies(dossier, *["a"] * 6))
    assert draw_source_tree(collate_copies(dossier, *["a"] * 7)) is None


def marks(element: HtmlElement) -> list[str]:
    """The words that are marked."""
    return [words(one) for one in element.iter("mark")]


def test_one_sentence_stands_in_the_words_of_its_copies(pages: Mapping[str, str]) -> None:
    """Of the sentences that most copies print, one is shown, and what a copy changed is marked."""
    (section,) = of_class(body(pages["index.md"]), "rendered")
    assert words(next(section.iter("h2"))) == "One sentence, two renderings"
    shown = [words(line) for line in section.iter("li")]
    assert shown == [
        "Wire copy ‘struck a sand bank on Saturday’",
        "Retelling ‘struck a sand bench’",
    ]
    base, copy = section.iter("li")
    assert (marks(base), marks(copy)) == ([], ["bench"])
    links = [link.get("href") for link in section.iter("a")]
    assert links[:2] == ["articles/wire-copy/#fn:struck", "articles/retelling/#fn:bench"]


def test_the_sentence_is_one_that_the_story_tells(tmp_path: Path) -> None:
    """Of two that as many copies print, the story's is shown, though the other is the longer."""
    story = "[courier#aground, courier#nobody-died]"
    dossier = edited(
        tmp_path,
        {
            "file": "articles/retelling.yml",
            "replace": "The rudder was not obeying",
            "with": "The steering would not obey",
        },
        {
            "file": "articles/wire-copy.yml",
            "replace": "quote: The steering had failed",
            "with": "quote: The steering would not at all obey",
        },
        {"file": "dossier.yml", "replace": story, "with": "[wire-copy#struck]"},
    )
    sentence = build_sentence(collate(dossier))
    assert sentence
    assert sentence.says == "The Ondrelle struck a sand bank on Saturday."


def test_without_copies_there_is_no_sentence(tmp_path: Path) -> None:
    """A story of independent articles has no such section, and no headline of copies."""
    collation = collate_copies(edited(tmp_path), None, None)
    assert build_sentence(collation) is None


def test_a_question_with_figures_leads_the_cards(pages: Mapping[str, str], tmp_path: Path) -> None:
    """Of the questions that part the witnesses farthest, one with short figures stands first."""
    cards = build_answer_cards(collate(edited(tmp_path)))
    assert [card.leads for card in cards].count(True) == 1
    assert cards[0].question.text == "How many people were injured?"
    first, *_ = of_class(body(pages["index.md"]), "answer-card")
    answers = told(first, "card-answer")
    assert answers == ["14", "11", "9"]
    assert "superseded" in told(first, "card-source")[1]
    assert [words(one) for one in of_class(first, "number-strip")[0].iter("text")] == [
        "9",
        "11",
        "14",
    ]


def test_a_sentence_of_the_story_has_its_sources_beside_it(pages: Mapping[str, str]) -> None:
    """Each witness by name, with the paragraphs that lead to the notes of its statements."""
    (line,) = of_class(body(pages["index.md"]), "story-line")
    (source,) = of_class(line, "story-sources")[0].iter("li")
    assert words(source) == "Courier headline, ¶ 3"
    assert [link.get("href") for link in source.iter("a")] == [
        "articles/courier/#fn:aground",
        "articles/courier/#fn:nobody-died",
    ]


def test_those_of_whom_most_is_said_are_listed_with_their_witnesses(
    pages: Mapping[str, str], tmp_path: Path
) -> None:
    """People and organisations stand in the order of their weight; carriers of news do not."""
    who = list_appearances(collate(edited(tmp_path)))
    assert [one.entity.text for one in who.entities] == [
        "Coast guard",
        "Skerrow Line",
        "Ilva Dorrin",
    ]
    (listed,) = of_class(body(pages["index.md"]), "who-appears")
    first, *_ = listed.iter("li")
    assert words(first).startswith("Coast guard 2 of 3")
    assert words(listed).endswith("All 9 people, places and things")


def test_the_index_has_copies_together_and_says_whose_they_are(pages: Mapping[str, str]) -> None:
    """Each article has its headline, how it begins, when it appeared, and whose copy it is."""
    page = body(pages["articles/index.md"])
    assert told(page, "standfirst") == ["Three articles. Two are copies of one dispatch."]
    facts = told(page, "article-facts")
    assert [one.partition(" ·")[0] for one in facts] == ["Retelling", "Wire copy", "Courier"]
    assert "Coastwire dispatch, one of two copies" in facts[0]
    assert "a witness of its own" in facts[2]
    assert told(page, "article-opening")[2].startswith("The ferry Ondrelle ran onto a sand bank")
    assert len(of_class(page, "tree-page")) == 3


def test_a_claim_is_looked_up_without_a_script(pages: Mapping[str, str]) -> None:
    """The field is a form that leads to the search page with the words."""
    (form,) = of_class(body(pages["index.md"]), "claim")
    assert form.get("action") == "search/"
    assert [one.get("name") for one in form.iter("input")] == ["q"]


def test_a_dossier_of_one_article_without_questions_has_a_home_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what there is, and has no section for what there is not."""
    dossier = copied(tmp_path)
    monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
    for path in [
        *(dossier / "questions").glob("*.yml"),
        *(dossier / "origins").glob("*.yml"),
        *(dossier / "entities").rglob("*.yml"),
        *(dossier / "articles").glob("*"),
    ]:
        path.unlink()
    event = "title: The grounding\nnames: [{name: Ondrelle, in: courier#1}]\n"
    change(dossier, {"file": "entities/event/grounding.yml", "content": event})
    stated = "id: aground, at: 1, says: It ran aground., quote: ran aground, about: grounding"
    record = (
        "title: Aground\nlabel: Courier\nissued: {date: 2021-05-02}\nlanguage: en\n"
        f"original: {{file: a.txt, sha256: {'0' * 64}, blocks: "
        "[{block: headline, opens: Aground}, {block: 1, opens: The ferry}]}\n"
        f"statements: [{{{stated}}}]\n"
    )
    change(dossier, {"file": "articles/courier.yml", "content": record})
    retold = "The ferry “ran aground”.[^aground]\n"
    change(dossier, {"file": "articles/courier.md", "content": retold})
    story = "[courier#aground, courier#nobody-died]"
    change(dossier, {"file": "dossier.yml", "replace": story, "with": "[courier#aground]"})
    page = body(preview(dossier).pages["index.md"])
    assert words(next(page.iter("h1"))) == "One article, statement by statement."
    assert [words(one) for one in page.iter("h2")] == ["The story, in short"]
