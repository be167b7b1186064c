"""Names of other languages: order, habit of spelling, titles and initials, through the same door as Korean ones."""

from __future__ import annotations

import pytest

from testigo.linking.compared import Answer
from testigo.linking.names import compare_names
from testigo.linking.sentences import in_words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ivan Petrov", "Petrov, Ivan"),
        ("Yevgeny Chernov", "Evgenii Tchernov"),
        ("Sergey Ivanov", "Sergei Ivanoff"),
        ("Иван Петров", "Ivan Petrov"),
        ("Mohammed al-Hassan", "Muhammad Hasan"),
        ("Abdul Rahman Karimi", "Abdolrahman Karimi"),
        ("Hosseini, Ali", "Ali Hoseyni"),
        ("Omar Khalil", "Umar Halil"),
        ("U Kyaw Zaw", "Kyaw Zaw"),
        ("Zaw Min Tun", "Zaw Min Htun"),
        ("Thura Aung", "Thu Ra Aung"),
        ("Maria Garcia", "María García López"),
        ("Nguyen Van An", "Nguyễn Văn An"),
        ("Arin Ruvek", "ARIN RUVEK"),
        ("Said Ould Ahmed", "Sa'id Ahmed"),  # an apostrophe is no letter
        ("Łukasz Wojnar", "Lukasz Wojnar"),  # ł and đ have no accent to take off
        ("Lê Đình Lương", "Le Dinh Luong"),
        ("Hsia Ming", "Xia Ming"),
        ("Abd al-Rahman Karimi", "Abdulrahman Karimi"),
        ("Karimi, Abdel Rahman", "Abdul-Rahman Karimi"),
        ("Saw Thiha Eh", "Thiha Eh"),
    ],
)
def test_one_name_in_two_habits_is_the_same(left: str, right: str) -> None:
    for a, b in ((left, right), (right, left)):
        compared = compare_names(a, b)
        assert compared.answer is Answer.SAME, in_words(compared)
        assert compared.strength > 5


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Arin Ruvek", "Arin Tolmer"),
        ("Corva Ruvek", "Halin Ruvek"),
        ("J. Smith", "Mary Smith"),
        ("Kim Chol Su", "Ivan Petrov"),
        ("Nguyen Van An", "Nguyen Van Binh"),  # "an" is an article elsewhere
        ("Zaw Min Tun", "Zaw Min Oo"),
        ("Carlos Ruiz Diaz", "Carlos Ruiz Gomez"),
        ("Haile Gebremedhin", "Haile Gebremariam"),
    ],
)
def test_a_word_without_its_like_makes_two_names(left: str, right: str) -> None:
    assert compare_names(left, right).answer is Answer.DIFFERENT
    assert compare_names(right, left).answer is Answer.DIFFERENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ivan", "Ivan Petrov"),
        ("J. Smith", "John Smith"),
        ("Arin Ruvek", "Arun Ruvek"),
        ("محمد حسن", "Mohammed Hassan"),
        ("Kim Ch.", "김철수"),
        ("김철수", "Ivan Petrov"),
        ("Ivan Petrov", "Ivana Petrova"),  # a last a may be a woman's
        ("Juan Hernandez", "Juan Fernandez"),
        ("Hassan Nasser", "Hussein Nasser"),
    ],
)
def test_what_the_letters_leave_open_cannot_tell(left: str, right: str) -> None:
    compared = compare_names(left, right)
    assert compared.answer is Answer.CANNOT_TELL, in_words(compared)
    assert compared.strength < 4.5


def test_scripts_that_cannot_be_compared_say_so() -> None:
    assert compare_names("محمد حسن", "Mohammed Hassan").sentence == "name-scripts-differ"


def test_initials_of_another_name_speak_against() -> None:
    assert compare_names("Kim J.", "Kim Chol Su").answer is Answer.CANNOT_TELL  # j and ch may be one letter
    assert compare_names("Kim M.", "Kim Chol Su").sentence == "name-initials-differ"
