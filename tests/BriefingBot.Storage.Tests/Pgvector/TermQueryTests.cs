using BriefingBot.Storage.Pgvector;
using Xunit;

namespace BriefingBot.Storage.Tests.Pgvector;

public sealed class TermQueryTests
{
    [Fact]
    public void Any_of_the_terms_is_an_alternative() => Assert.Equal("3 | 17", TermQuery.AnyOf([Term(3, 2), Term(17, 1)]));

    [Fact]
    public void Nothing_is_asked_for_where_all_terms_together_fall_short() =>
        Assert.Null(TermQuery.Reaching([Term(3, 2), Term(17, 1)], 3, []));

    [Fact]
    public void A_term_that_falls_short_alone_needs_another() =>
        Assert.Equal("(1 | 2 & (3)) & !(9)", TermQuery.Reaching([Term(3, 1), Term(1, 4), Term(2, 2.5f)], 3, [Term(9, 7)]));

    [Fact]
    public void The_formula_holds_for_just_those_sets_of_terms_that_pass_the_score()
    {
        Random random = new(11);
        for (int round = 0; round < 300; round++)
        {
            WeightedTerm[] terms = [.. Enumerable.Range(1, 1 + random.Next(8)).Select(i => Term(i, 1 + random.Next(9)))];
            float score = random.Next((int)terms.Sum(term => term.Most));
            string? formula = TermQuery.Reaching(terms, score, []);
            for (int set = 0; set < 1 << terms.Length; set++)
            {
                float most = terms.Where((_, i) => (set >> i & 1) != 0).Sum(term => term.Most);
                Assert.Equal(most > score, formula is not null && Holds(formula, number => (set >> (number - 1) & 1) != 0));
            }
        }
    }

    [Fact]
    public void A_question_of_very_many_terms_stays_a_formula_of_bounded_size()
    {
        WeightedTerm[] terms = [.. Enumerable.Range(1, 60).Select(i => Term(i, 1))];

        Assert.InRange(TermQuery.Reaching(terms, 20, [])!.Length, 1, 50_000);
    }

    private static WeightedTerm Term(int number, float most) => new(number, 10, most);

    /// <summary>Reads alternatives of a number, or of a number with a formula in parentheses.</summary>
    private static bool Holds(string formula, Func<int, bool> has)
    {
        int at = 0;
        return Any();

        bool Any()
        {
            bool holds = false;
            while (true)
            {
                int start = at;
                while (at < formula.Length && char.IsAsciiDigit(formula[at]))
                {
                    at++;
                }

                bool one = has(int.Parse(formula[start..at], System.Globalization.CultureInfo.InvariantCulture));
                if (formula.AsSpan(at).StartsWith(" & (", StringComparison.Ordinal))
                {
                    at += 4;
                    one &= Any();
                    at++;
                }

                holds |= one;
                if (!formula.AsSpan(at).StartsWith(" | ", StringComparison.Ordinal))
                {
                    return holds;
                }

                at += 3;
            }
        }
    }
}
