using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>Reads the tokens of a sentence. Stateless.</summary>
internal static partial class ClauseTokens
{
    private static readonly FrozenSet<string> Free = LanguageData
        .Lines("free-words")
        .Select(EnglishVerbs.RootOf)
        .ToFrozenSet(StringComparer.Ordinal);

    // Small words that a claim must not have of its own.
    private static readonly FrozenSet<string> Telling = LanguageData.Lines("telling-small-words").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The tokens in order; a number or date is one.</summary>
    public static ClauseToken[] Read(Statement statement)
    {
        List<ClauseToken> tokens = [];
        List<(ClauseToken Token, int Start)> placed = [];
        var taken = statement
            .Units.Where(unit => unit.Kind == UnitKind.Date || unit is { Kind: UnitKind.Number, Number.IsLoose: false })
            .ToList();
        foreach (var unit in taken)
        {
            string text = statement.Text[unit.Start..unit.End].ToLowerInvariant();
            tokens.Add(
                new ClauseToken
                {
                    Kind = unit.Kind == UnitKind.Date ? ClauseTokenKind.Date : ClauseTokenKind.Number,
                    Key = text,
                    Root = text,
                    Start = unit.Start,
                    End = unit.End,
                    Number = unit.Number,
                    Date = unit.Date,
                }
            );
        }

        foreach (var word in EvidenceToken.Read(statement.Text))
        {
            if (!taken.Exists(unit => word.Start < unit.End && unit.Start < word.End) && !IsPossessive(statement.Text, word))
            {
                tokens.Add(Word(statement.Text, word));
            }
        }

        foreach (Match mark in Marks().Matches(statement.Text))
        {
            if (
                !taken.Exists(unit => mark.Index < unit.End && unit.Start < mark.Index + mark.Length)
                && !tokens.Exists(token => token.Start <= mark.Index && mark.Index < token.End)
                && !IsOfAbbreviation(statement.Text, mark)
            )
            {
                tokens.Add(
                    new ClauseToken
                    {
                        Kind = ClauseTokenKind.Mark,
                        Key = mark.Value.Trim(),
                        Root = "",
                        Start = mark.Index,
                        End = mark.Index + mark.Length,
                    }
                );
            }
        }

        tokens.Sort((one, other) => one.Start.CompareTo(other.Start));
        return [.. tokens];
    }

    private static ClauseToken Word(string text, EvidenceToken word)
    {
        string root = EnglishVerbs.RootOf(word.Key);
        bool opens = word.Start == 0 || text.AsSpan(0, word.Start).TrimStart("\"“‘'( ").IsEmpty;
        bool isFunction =
            !Telling.Contains(word.Key)
            && (
                word.Key.Length == 1 || StopWords.Contains(word.Stem) || Free.Contains(root) || EnglishVerbs.Auxiliaries.Contains(word.Key)
            );
        return new ClauseToken
        {
            Kind = isFunction && !(word.IsUpper && word.Key.Length > 1) ? ClauseTokenKind.Function : ClauseTokenKind.Content,
            Key = word.Key,
            Root = root,
            Synonyms = SynonymGroups.Of(root),
            Start = word.Start,
            End = word.End,
            IsName =
                word.IsCapital
                && !(opens && (PlainOpeners.Contains(word.Key) || SentenceOpeners.Open(text.AsSpan(word.Start)) || isFunction)),
            IsPossessive = word.End + 1 < text.Length && text[word.End] is '\'' or '’' && text[word.End + 1] is 's' or ' ',
            IsUpper = word.IsUpper && word.Key.Length > 1,
            Country = word.IsCapital ? CountryNames.GroupOf(word.Stem) : -1,
        };
    }

    /// <summary>"St. Paul": no sentence ends there.</summary>
    private static bool IsOfAbbreviation(string text, Match mark)
    {
        if (mark.ValueSpan is not "." || text.AsSpan(mark.Index + 1).IsWhiteSpace())
        {
            return false;
        }

        var before = text.AsSpan(0, mark.Index);
        return Abbreviations.KindOf(before[(before.LastIndexOfAny(' ', '(', '"') + 1)..]) != AbbreviationKind.None;
    }

    private static bool IsPossessive(string text, EvidenceToken word) =>
        word.Key == "s" && word.Start > 0 && text[word.Start - 1] is '\'' or '’';

    [GeneratedRegex("[,;:()\"“”?!…—–]|(?<!\\p{L})['’‘]|\\.(?=\\s|$)|(?<=\\s)-+(?=\\s)|''", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Marks();
}
