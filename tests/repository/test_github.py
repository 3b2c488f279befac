"""What lies ready for GitHub: forms that it takes, workflows that cannot be turned against us."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.building import ROOT, copied, made, make
from tests.support.ferry import FERRY, change

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
BIN = Path(sys.prefix) / "bin"

#: The schema of each kind of file, of those that check-jsonschema brings.
SCHEMAS = {
    "workflows/*.yml": ("github-workflows", "vendor"),
    "./workflows/*.yml": ("github-workflows-require-timeout", "custom"),
    "dependabot.yml": ("dependabot", "vendor"),
    "ISSUE_TEMPLATE/[!c]*.yml": ("github-issue-forms", "vendor"),
    "ISSUE_TEMPLATE/config.yml": ("github-issue-config", "vendor"),
}

#: The only actions used, by the commits that were looked up.
ACTIONS = {
    "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
    "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97",
    "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9",
    "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128",
}

#: The only jobs that may write, and what.
MAY_WRITE = {("main.yml", "deploy"): {"pages", "id-token"}, ("links.yml", "links"): {"issues"}}


def read(workflow: Path) -> dict[Any, Any]:
    """What a workflow says; YAML reads its key `on` as True."""
    said: dict[Any, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    return said


def steps(workflow: Path, job: str = "") -> Iterator[Mapping[str, Any]]:
    """The steps of one job of a workflow, or of all."""
    for name, said in read(workflow)["jobs"].items():
        if job in {"", name}:
            yield from said["steps"]


@pytest.mark.parametrize("files", SCHEMAS)
def test_github_takes_the_files(files: str) -> None:
    """Workflows, forms and the settings of Dependabot are of the form that GitHub demands."""
    name, source = SCHEMAS[files]
    found = sorted(GITHUB.glob(files.removeprefix("./")))
    schema = ["--builtin-schema", f"{source}.{name}"]
    checked = subprocess.run(
        [BIN / "check-jsonschema", *schema, *found], capture_output=True, text=True
    )
    assert found
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_zizmor_finds_nothing() -> None:
    """Zizmor, at its strictest but for taste, finds nothing unsafe in the workflows."""
    options = ["--offline", "--no-progress", "--persona", "pedantic"]
    found = subprocess.run([BIN / "zizmor", *options, GITHUB], capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr
    for workflow in WORKFLOWS:
        assert workflow.name in found.stderr, "it looked at all of them"


#: The Makefile of every dossier, which ours includes.
SHARED = "hooks/newsdossier/authoring/starter_files/Makefile"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_runs_nothing_but_known_actions_and_targets(workflow: Path) -> None:
    """Actions are named by commits that were looked up; all else are targets of the Makefile."""
    makefiles = [ROOT / "Makefile", ROOT / SHARED]
    text = "\n".join(file.read_text(encoding="utf-8") for file in makefiles)
    targets = set(re.findall(r"^([a-z-]+):", text, re.MULTILINE))
    for step in steps(workflow):
        assert ("uses" in step) != ("run" in step)
        if "uses" in step:
            assert step["uses"] in ACTIONS
            continue
        command, *words = shlex.split(step["run"].partition(">>")[0])
        if command == "cat":
            assert all((ROOT / word).is_file() for word in words)
            continue
        named = {word for word in words if "=" not in word and not word.startswith("-")}
        assert command == "make"
        assert named
        assert named <= targets


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_can_do_no_more_than_it_must(workflow: Path) -> None:
    """Nothing runs with the rights of the repository on a stranger's behalf; few jobs write."""
    text = workflow.read_text(encoding="utf-8")
    said = read(workflow)
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    assert "secrets" not in text
    assert said["permissions"] == {"contents": "read"}
    for name, job in said["jobs"].items():
        allowed = job.get("permissions", {})
        writes = {right for right, level in allowed.items() if level != "read"}
        assert writes == MAY_WRITE.get((workflow.name, name), set())
        assert job["timeout-minutes"] <= 60
    for step in steps(workflow):
        assert "${{" not in step.get("run", ""), "text from elsewhere is no part of a command"
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_no_token_reaches_a_pull_request() -> None:
    """The workflow that runs a stranger's code names no token and needs none."""
    workflow = GITHUB / "workflows" / "pull-request.yml"
    assert "token" not in workflow.read_text(encoding="utf-8").lower()
    assert set(read(workflow)[True].split()) == {"pull_request"}


def test_the_form_for_mistakes_has_the_fields_that_links_fill_in() -> None:
    """The site's links name the form's fields, which keep their names."""
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / "mistake.yml").read_text(encoding="utf-8"))
    assert [field["id"] for field in form["body"]] == ["where", "page", "wrong", "source"]


# What the workflow of a pull request runs, run here.


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder, as nobody in particular."""
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in {"NAME": "Somebody", "EMAIL": "somebody@example.org"}.items()
    }
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    cache = {"PRE_COMMIT_HOME": str(folder.parent / "pre-commit")}
    own = {"PYTHONPATH": str(folder / "hooks"), "DOSSIER_ORIGINALS": str(FERRY / "originals")}
    return subprocess.run(
        ["git", *words],
        cwd=folder,
        env=os.environ | who | nowhere | cache | own,
        capture_output=True,
        text=True,
    )


def done(folder: Path, *words: str) -> None:
    """Run git in a folder, which must succeed."""
    ran = git(folder, *words)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of this project with the tests' own dossier, all of it committed."""
    folder = copied(tmp_path / "repository")
    shutil.rmtree(folder / "dossier")
    shutil.copytree(FERRY, folder / "dossier", ignore=shutil.ignore_patterns("originals"))
    done(folder, "init", "--quiet", "--initial-branch", "main")
    done(folder, "add", "--all")
    done(folder, "commit", "--quiet", "--message", "Before")
    return folder


GOOD = {
    "file": "questions/injured.yml",
    "replace": "label: ",
    "with": "label: Persons ",
}
BAD = {"file": "questions/injured.yml", "replace": "\ntype: ", "with": "\ntyp: "}


def merged(repository: Path, edit: Mapping[str, str]) -> None:
    """Make a change on a branch, and check out what merging it makes, as GitHub's checkout does."""
    done(repository, "switch", "--quiet", "--create", "branch")
    change(repository / "dossier", edit)
    done(repository, "commit", "--quiet", "--all", "--message", "A change")
    done(repository, "switch", "--quiet", "--detach", "main")
    done(repository, "merge", "--quiet", "--no-ff", "--no-edit", "branch")


def run_steps(repository: Path, summary: Path) -> Iterator[subprocess.CompletedProcess[str]]:
    """Run, one after the other, what the workflow runs up to the first step that fails."""
    here = f'make() {{ command {shlex.join(make())} "$@"; }}\n'
    for step in steps(GITHUB / "workflows" / "pull-request.yml", "dossier"):
        if "run" in step:
            ran = subprocess.run(
                ["bash", "-e", "-c", here + step["run"]],
                cwd=repository,
                env={
                    **os.environ,
                    "PYTHONPATH": str(repository / "hooks"),
                    "DOSSIER_ORIGINALS": str(FERRY / "originals"),
                    "GITHUB_STEP_SUMMARY": str(summary),
                },
                capture_output=True,
                text=True,
            )
            yield ran
            if ran.returncode:
                return


def test_a_good_change_is_told_in_the_summary_and_built(repository: Path, tmp_path: Path) -> None:
    """On a good change all steps succeed: the summary says what changes, and the site is there."""
    summary = tmp_path / "summary.md"
    merged(repository, GOOD)
    for ran in run_steps(repository, summary):
        assert ran.returncode == 0, ran.stdout + ran.stderr
    told = summary.read_text(encoding="utf-8")
    assert "Persons" in told, told
    assert "make" not in told.splitlines()[0]
    assert "**preview**" in told
    assert (repository / "dossier-offline" / "index.html").is_file()


def test_a_bad_change_is_told_beside_its_line(repository: Path, tmp_path: Path) -> None:
    """On a bad change the first step fails, with an annotation at the line that is wrong."""
    merged(repository, BAD)
    (ran,) = run_steps(repository, tmp_path / "summary.md")
    lines = (repository / "dossier" / BAD["file"]).read_text(encoding="utf-8").splitlines()
    at = 1 + next(index for index, line in enumerate(lines) if line.startswith("typ: "))
    assert ran.returncode != 0
    assert f"::error file=dossier/{BAD['file']},line={at}," in ran.stdout + ran.stderr


# The weekly issue.

GH = """\
#!/bin/sh
echo "$*" >> gh.log
case "$1 $2" in "issue list") echo "$OPEN" ;; esac
"""


@pytest.mark.parametrize(
    ("already", "then"),
    [
        ("", "issue create --title Links that have died --body-file dead-links.md"),
        ("7", "issue comment 7 --body-file dead-links.md"),
    ],
    ids=["none open", "one open"],
)
def test_dead_links_become_one_issue(already: str, then: str, tmp_path: Path) -> None:
    """Dead links open an issue; while it is open, later ones are added to it."""
    shutil.copytree(GITHUB, tmp_path / ".github")
    for makefile in ("Makefile", SHARED):
        (tmp_path / makefile).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / makefile, tmp_path / makefile)
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH)
    gh.chmod(0o755)
    path = f"{gh.parent}{os.pathsep}{os.environ['PATH']}"

    assert made(tmp_path, "links-issue", PATH=path).returncode != 0, "there is nothing to tell"
    (tmp_path / "dead-links.md").write_text("- `https://example.org/`: `404`\n")
    ran = made(tmp_path, "links-issue", PATH=path, OPEN=already)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    asked, done_then = (tmp_path / "gh.log").read_text().splitlines()
    assert asked.startswith("issue list --state open")
    assert done_then == then


# Before a commit.


def test_pre_commit_refuses_a_bad_change_and_takes_a_good_one(repository: Path) -> None:
    """A commit with a mistake is refused with its place; mended, it is made; nothing is fetched."""
    (repository / ".venv").symlink_to(sys.prefix)
    before = git(repository, "rev-parse", "HEAD").stdout
    installed = made(repository, "pre-commit")
    assert installed.returncode == 0, installed.stdout + installed.stderr

    change(repository / "dossier", BAD)
    refused = git(repository, "commit", "--all", "--message", "A mistake")
    assert refused.returncode != 0
    assert re.search(r"dossier/questions/injured\.yml:\d+:1: ", refused.stdout + refused.stderr)
    assert git(repository, "rev-parse", "HEAD").stdout == before

    change(repository / "dossier", {**BAD, "replace": BAD["with"], "with": BAD["replace"]})
    change(repository / "dossier", GOOD)
    done(repository, "commit", "--all", "--message", "A correction")
    assert git(repository, "rev-parse", "HEAD").stdout != before


def test_check_shows_the_problems_of_the_files_that_are_named(repository: Path) -> None:
    """Of the files named all problems are shown, of the others only that there are some."""
    change(repository / "dossier", BAD)
    change(repository / "dossier", {**BAD, "file": "questions/dead.yml"})
    ran = subprocess.run(
        [BIN / "newsdossier", "check", "dossier/questions/dead.yml"],
        cwd=repository,
        env={**os.environ, "DOSSIER_ORIGINALS": str(FERRY / "originals")},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    *problems, number, others = ran.stderr.splitlines()
    assert {line.partition(":")[0] for line in problems} == {"dossier/questions/dead.yml"}
    assert number.split()[0] == str(len(problems))
    assert re.fullmatch(r"\d+ problems? in other files; `newsdossier check` shows them", others)


def test_pre_commit_refuses_what_breaks_other_files(repository: Path) -> None:
    """A file that others need cannot be removed unseen, though no changed file has a problem."""
    (repository / ".venv").symlink_to(sys.prefix)
    assert made(repository, "pre-commit").returncode == 0
    done(repository, "rm", "--quiet", "dossier/entities/person/dorrin.yml")
    refused = git(repository, "commit", "--message", "Nobody misses them")
    assert refused.returncode != 0
    assert 'unknown entity "dorrin"' in refused.stdout + refused.stderr


def test_pre_commit_refuses_code_that_is_not_formatted(repository: Path) -> None:
    """Python that is laid out otherwise is put right, and the commit left to be made again."""
    (repository / ".venv").symlink_to(sys.prefix)
    assert made(repository, "pre-commit").returncode == 0
    module = repository / "hooks" / "newsdossier" / "__main__.py"
    whole = module.read_text(encoding="utf-8")
    module.write_text(whole.rstrip("\n") + "\n\n\n\nSAID   =   'so'\n", encoding="utf-8")
    assert git(repository, "commit", "--all", "--message", "Untidy").returncode != 0
    assert module.read_text(encoding="utf-8") == whole.rstrip("\n") + '\n\n\nSAID = "so"\n'
