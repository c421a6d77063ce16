using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>Marks which operators reach which tokens: from the word that brings one to the end of its clause. Stateless.</summary>
internal static class OperatorReader
{
    private const int LongestObject = 6;
    private const int LongestParenthesis = 10;

    private static readonly FrozenDictionary<string, ClauseOperators> Words = LanguageData
        .Map("operator-words")
        .SelectMany(pair => pair.Value.Select(word => (Word: word, Operator: Enum.Parse<ClauseOperators>(pair.Key, ignoreCase: true))))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Operator, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ClauseOperators> Governors = LanguageData
        .Map("operator-verbs")
        .SelectMany(pair => pair.Value.Select(verb => (Root: EnglishVerbs.RootOf(verb), Operator: OperatorOf(pair.Key))))
        .DistinctBy(pair => pair.Root)
        .ToFrozenDictionary(pair => pair.Root, pair => pair.Operator, StringComparer.Ordinal);

    private static readonly FrozenSet<string> NotTurned = FrozenSet.ToFrozenSet(
        ["only", "just", "least", "merely", "doubt", "matter"],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Determiners = FrozenSet.ToFrozenSet(
        ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"],
        StringComparer.Ordinal
    );

    /// <summary>Marks them.</summary>
    public static void Mark(ClauseToken[] tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind is ClauseTokenKind.Content or ClauseTokenKind.Function)
            {
                MarkWord(tokens, i);
                MarkGovernor(tokens, i);
            }
        }
    }

    private static void MarkWord(ClauseToken[] tokens, int i)
    {
        string next = i + 1 < tokens.Length ? tokens[i + 1].Key : "";
        if (!Words.TryGetValue(tokens[i].Key, out var found) || tokens[i].IsName)
        {
            if (EnglishVerbs.Being.Contains(tokens[i].Key) && next == "to" && i + 2 < tokens.Length && tokens[i + 2].IsVerb)
            {
                Reach(tokens, i + 2, ClauseOperators.Future);
            }

            return;
        }

        if (found == ClauseOperators.Not)
        {
            if (!NotTurned.Contains(next) && !(i > 1 && tokens[i].Key == "not" && tokens[i - 1].Key == "or"))
            {
                Reach(tokens, i + 1, found, toggles: true);
            }
        }
        else if (found == ClauseOperators.Condition)
        {
            ReachCondition(tokens, i);
        }
        else if (found != ClauseOperators.Doubted || !MarkDoubted(tokens, i + 1))
        {
            Reach(tokens, i + 1, found == ClauseOperators.Doubted ? ClauseOperators.Alleged : found);
        }
    }

    /// <summary>The noun behind "alleged" and what stands between; false where it is a verb: "alleged that", "suspected him".</summary>
    private static bool MarkDoubted(ClauseToken[] tokens, int first)
    {
        int k = first;
        while (k < tokens.Length && tokens[k].Kind == ClauseTokenKind.Content && !tokens[k].IsVerb)
        {
            k++;
        }

        if (k == first || tokens[first].IsName)
        {
            return false;
        }

        tokens[k - 1].Operators |= ClauseOperators.Doubted;
        return true;
    }

    /// <summary>
    /// The clause of the "if", and what depends on it: what stands before it, or the next clause when the sentence begins with it.
    /// </summary>
    private static void ReachCondition(ClauseToken[] tokens, int i)
    {
        if (
            i > 0
            && tokens[i - 1].Key is "as" or "even" or "only" or "see" or "know" or "wonder" or "asked" or "ask" or "or"
            && tokens[i].Key == "if"
        )
        {
            return;
        }

        int clause = tokens[i].Clause;
        int first = i;
        while (first > 0 && !(first < i - 1 && (tokens[first - 1].Key is ";" or "—" or "–" or "." or "but" or ":")))
        {
            first--;
        }

        bool leads = tokens.AsSpan(first, i - first).ToArray().All(token => !token.IsContent);
        for (int k = first; k < tokens.Length; k++)
        {
            if (k < i || tokens[k].Clause == clause || (leads && tokens[k].Clause == clause + 1))
            {
                tokens[k].Operators |= ClauseOperators.Condition;
            }
        }
    }

    private static void MarkGovernor(ClauseToken[] tokens, int i)
    {
        if (
            !Governors.TryGetValue(tokens[i].Root, out var found)
            || tokens[i].IsName
            || (i > 0 && tokens[i - 1].Key == "in" && tokens[i].Key == "order")
            || (found == ClauseOperators.Future && tokens[i].Root == "go" && tokens[i].Key != "going")
        )
        {
            return;
        }

        for (int k = i + 1; k < Math.Min(tokens.Length, i + 2 + LongestObject); k++)
        {
            var token = tokens[k];
            bool isGerund =
                token.Key.Length > 4 && token.Key.EndsWith("ing", StringComparison.Ordinal) && token.Kind == ClauseTokenKind.Content;
            if (token.Key == "to")
            {
                if (
                    found != ClauseOperators.Considered
                    && k + 1 < tokens.Length
                    && tokens[k + 1].Kind is ClauseTokenKind.Content or ClauseTokenKind.Function
                    && !tokens[k + 1].IsName
                    && !Determiners.Contains(tokens[k + 1].Key)
                )
                {
                    Reach(tokens, k + 1, found);
                }

                return;
            }

            bool isOf = tokens[k - 1].Key is "of" or "from" or "against" or "about";
            if (
                isGerund
                && (k == i + 1 || isOf)
                && found
                    is ClauseOperators.Considered
                        or ClauseOperators.Refused
                        or ClauseOperators.Alleged
                        or ClauseOperators.Attempt
                        or ClauseOperators.Almost
            )
            {
                Reach(tokens, k, found);
                return;
            }

            if (token.Kind == ClauseTokenKind.Mark || token.IsVerb || token.Key is "that" or "who")
            {
                return;
            }
        }
    }

    private static void Reach(ClauseToken[] tokens, int from, ClauseOperators found, bool toggles = false)
    {
        int resumed = from;
        for (int k = from; k < tokens.Length; k++)
        {
            var token = tokens[k];
            if (k != resumed && (ClauseReader.OpensClause(tokens, k) || token.Key == "but") && token.Key != "that")
            {
                if (toggles || tokens[k - 1].Key != "," || CommaBehind(tokens, k) is not { } closing)
                {
                    return;
                }

                // What is put between commas is none of its business, what follows is.
                k = resumed = closing + 1;
                token = tokens[k];
            }

            if (token.Kind == ClauseTokenKind.Mark && token.Key is ";" or "?" or "!")
            {
                return;
            }

            token.Operators = toggles ? token.Operators ^ found : token.Operators | found;
        }
    }

    private static int? CommaBehind(ClauseToken[] tokens, int i)
    {
        for (int k = i + 1; k < Math.Min(tokens.Length, i + LongestParenthesis); k++)
        {
            if (tokens[k].Kind == ClauseTokenKind.Mark)
            {
                return
                    tokens[k].Key == ","
                    && k + 1 < tokens.Length
                    && tokens[k].Clause == tokens[i].Clause
                    && (EnglishVerbs.Auxiliaries.Contains(tokens[k + 1].Key) || tokens[k + 1].IsVerb)
                    ? k
                    : null;
            }
        }

        return null;
    }

    private static ClauseOperators OperatorOf(string name) =>
        name == "set" ? ClauseOperators.Future : Enum.Parse<ClauseOperators>(name, ignoreCase: true);
}
