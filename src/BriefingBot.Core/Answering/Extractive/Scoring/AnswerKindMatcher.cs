using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Scoring;

/// <summary>
/// Does a sentence hold the kind of thing that a question asks for, beyond what the question itself says? Rules for English; thread-safe.
/// </summary>
internal sealed partial class AnswerKindMatcher(Question question)
{
    private readonly HashSet<string> _asked = [.. WordTokenizer.Tokenize(question.Standalone).Select(token => token.Stem)];

    private const double VagueTime = 0.6;
    private const double OtherVoice = 0.4;

    private const double MeasureAsReaction = 0.5;

    private static readonly Regex Stances = LanguageData.Pattern("reaction-words");
    private static readonly Regex Measures = LanguageData.Pattern("reaction-measures");

    private readonly bool _asksMoney = AsksMoney.IsMatch(question.Standalone);
    private readonly SpeechMatcher _speech = new(question.Speaker);

    /// <summary>It asks what an acronym stands for.</summary>
    public static bool WantsSpelledOut(Question question) =>
        question.Kind == AnswerKind.Definition
        && StandsFor().IsMatch(question.Standalone)
        && question.Terms.Any(term => term.Surface.Length > 1 && term.Surface.All(char.IsUpper));

    /// <summary>
    /// 1 when the sentence holds one, less when what it holds is vague ("Thursday" for a date); 0 for kinds that any words may answer.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="before">The one before it in its passage, or null: "he added" speaks of who was named there.</param>
    public double Match(PassageSentence sentence, PassageSentence? before) =>
        question.Kind == AnswerKind.Saying ? Speech(sentence, before)
        : question.Kind == AnswerKind.Reaction
            ? (
                Stances.IsMatch(sentence.Text) ? 1
                : Measures.IsMatch(sentence.Text) ? MeasureAsReaction
                : 0
            )
        : question.Kind == AnswerKind.Time && !Dates.IsMatch(sentence.Text) ? (TimeWords.IsMatch(sentence.Text) ? VagueTime : 0)
        : Holds(sentence, before) ? 1
        : 0;

    /// <summary>"China's foreign ministry" is China and a ministry; where only China speaks it may be another voice of it.</summary>
    private double Speech(PassageSentence sentence, PassageSentence? before) =>
        !_speech.IsSpoken(sentence, before) ? 0
        : question.SpeakerNoun is { } noun
        && !sentence.Words.Any(word => Synonyms.AreSame(word.Stem, noun))
        && before?.Words.Any(word => Synonyms.AreSame(word.Stem, noun)) != true
            ? OtherVoice
        : 1;

    private bool Holds(PassageSentence sentence, PassageSentence? before) =>
        question.Kind switch
        {
            AnswerKind.Name => HasNewName(sentence),
            AnswerKind.Place => HasNewPlace(sentence),
            AnswerKind.Time => TimeWords.IsMatch(sentence.Text),
            AnswerKind.Number => HasNewNumber(sentence),
            AnswerKind.Definition => WantsSpelledOut(question) ? HoldsSpelledOut(sentence) : Defines.IsMatch(sentence.Text),
            AnswerKind.Reason => Because().IsMatch(sentence.Text),
            _ => false,
        };

    /// <summary>"What does NATO stand for" is answered where its words are, not where it is.</summary>
    private bool HoldsSpelledOut(PassageSentence sentence) =>
        question.Terms.Any(term =>
            term.Forms.Any(form =>
                form.Count > 1
                && Enumerable
                    .Range(0, Math.Max(0, sentence.Words.Count - form.Count + 1))
                    .Any(start => form.Select((stem, i) => sentence.Words[start + i].Stem == stem).All(same => same))
            )
        );

    private bool HasNewName(PassageSentence sentence)
    {
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            bool capital = char.IsUpper(sentence.Text[word.Start]) && word.Length > 1;
            bool opens = i == 0 && !(sentence.Words.Count > 1 && char.IsUpper(sentence.Text[sentence.Words[1].Start]));
            if (
                capital
                && !opens
                && !_asked.Contains(word.Stem)
                && !StopWords.Contains(word.Stem)
                && !CalendarWords.IsMatch(sentence.Text.AsSpan(word.Start, word.Length))
            )
            {
                return true;
            }
        }

        return false;
    }

    private bool HasNewPlace(PassageSentence sentence) =>
        PlacePhrase
            .Matches(sentence.Text)
            .Any(match =>
                !_asked.Contains(WordTokenizer.Stem(match.Groups["p"].Value)) && !CalendarWords.IsMatch(match.Groups["p"].ValueSpan)
            );

    private bool HasNewNumber(PassageSentence sentence) =>
        _asksMoney
            ? Money.IsMatch(sentence.Text)
            : Numbers.Matches(sentence.Text).Any(match => WordTokenizer.Tokenize(match.Value).Any(token => !_asked.Contains(token.Stem)));

    [GeneratedRegex("\\bstands?\\s+for\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex StandsFor();

    private static readonly TieredRegex AsksMoney = LanguagePattern.Tiered(
        "answer-kinds/asks-money",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly TieredRegex Money = LanguagePattern.Tiered(
        "answer-kinds/money",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly TieredRegex CalendarWords = LanguagePattern.Tiered("answer-kinds/calendar-words", RegexOptions.None);

    private static readonly TieredRegex PlacePhrase = LanguagePattern.Tiered("answer-kinds/place-phrase", RegexOptions.None);

    private static readonly TieredRegex Dates = LanguagePattern.Tiered("answer-kinds/dates", RegexOptions.None);

    private static readonly TieredRegex TimeWords = LanguagePattern.Tiered("answer-kinds/time-words", RegexOptions.None);

    private static readonly TieredRegex Numbers = LanguagePattern.Tiered(
        "answer-kinds/numbers",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly TieredRegex Defines = LanguagePattern.Tiered("answer-kinds/defines", RegexOptions.None);

    [GeneratedRegex(
        "\\b(?:because|due to|as a result|in response|after|since|over|amid|following|caused?|led to|owing to|in order "
            + "to|so that|to avoid|to prevent|reason|blamed?|citing)\\b",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Because();
}
