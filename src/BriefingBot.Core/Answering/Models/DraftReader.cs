using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Models;

/// <summary>
/// Cuts what a model writes into sentences while it is written, and takes the marks out of them. A sentence comes out as soon as the next
/// one has begun. One reader reads one draft; not thread-safe.
/// </summary>
/// <param name="passages">What the marks count: [1] is the first.</param>
public sealed partial class DraftReader(IReadOnlyList<PassageId> passages)
{
    /// <summary>What a model writes when the passages do not answer.</summary>
    public const string NoAnswer = "NO ANSWER";

    /// <summary>A model that never ends its sentence is not waited for.</summary>
    private const int LongestSentence = 2000;

    private readonly StringBuilder _text = new();
    private bool _startsParagraph;

    /// <summary>The model said that the passages do not answer.</summary>
    public bool RefusedToAnswer { get; private set; }

    /// <summary>Takes the next piece of text.</summary>
    /// <returns>The sentences that are complete now.</returns>
    public IEnumerable<DraftSentence> Add(string piece)
    {
        _text.Append(piece);
        return Take(isEnd: false);
    }

    /// <summary>The text is over.</summary>
    /// <returns>What was left.</returns>
    public IEnumerable<DraftSentence> Complete() => Take(isEnd: true);

    private List<DraftSentence> Take(bool isEnd)
    {
        List<DraftSentence> taken = [];
        string text = _text.ToString().ReplaceLineEndings("\n");
        _text.Clear();
        int lineEnd;
        while ((lineEnd = text.IndexOf('\n', StringComparison.Ordinal)) >= 0)
        {
            ReadLine(text[..lineEnd], isWhole: true, taken);
            text = text[(lineEnd + 1)..];
        }

        _text.Append(ReadLine(text, isEnd, taken));
        return taken;
    }

    /// <summary>Reads the sentences of a line, or of its beginning.</summary>
    /// <returns>What has to wait for more; empty when the line is whole.</returns>
    private string ReadLine(string line, bool isWhole, List<DraftSentence> taken)
    {
        string text = MarksBehindTheStop().Replace(line, "${marks}${stop} ");
        int read = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            var soFar = text.AsSpan(read, sentence.End - read);
            if (((isWhole || HasBegun(text.AsSpan(sentence.End))) && !IsQuoteOpen(soFar)) || soFar.Length > LongestSentence)
            {
                Read(soFar.ToString(), taken);
                read = sentence.End;
            }
        }

        if (!isWhole)
        {
            return text[read..];
        }

        Read(text[read..], taken);
        _startsParagraph = true;
        return "";
    }

    /// <summary>A quotation of several sentences stays in one piece.</summary>
    private static bool IsQuoteOpen(ReadOnlySpan<char> text) => text.Count('"') % 2 == 1 || text.Count('“') > text.Count('”');

    /// <summary>The next sentence has its first word: no mark of the last one can follow any more.</summary>
    private static bool HasBegun(ReadOnlySpan<char> rest)
    {
        var next = rest.TrimStart();
        return !next.IsEmpty && (next[0] != '[' || next.Contains(']')) && next.IndexOfAny(' ', '\u00A0') > 0;
    }

    private void Read(string raw, List<DraftSentence> taken)
    {
        string text = Decoration().Replace(LineStart().Replace(raw, ""), "").Trim();
        if (Refusal().IsMatch(text))
        {
            RefusedToAnswer = true;
            return;
        }

        List<DraftCitation> citations = [];
        foreach (Match match in Mark().Matches(text))
        {
            foreach (int number in Numbers(match.Groups["numbers"].Value))
            {
                DraftCitation citation = new(number >= 1 && number <= passages.Count ? passages[number - 1] : default, null);
                if (!citations.Contains(citation))
                {
                    citations.Add(citation);
                }
            }
        }

        string words = BlankBeforeStop().Replace(Blanks().Replace(Mark().Replace(text, " "), " "), "$1").Trim();
        if (words.Any(char.IsLetterOrDigit))
        {
            taken.Add(new DraftSentence(words, citations, _startsParagraph));
            _startsParagraph = false;
        }
    }

    private static IEnumerable<int> Numbers(string list)
    {
        foreach (Match match in NumberOrRange().Matches(list))
        {
            int first = int.Parse(match.Groups["first"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            int last = match.Groups["last"].Success
                ? int.Parse(match.Groups["last"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
                : first;
            for (int number = first; number <= Math.Min(last, first + 20); number++)
            {
                yield return number;
            }
        }
    }

    [GeneratedRegex(
        @"(?<stop>[.!?][""”’)]*)\s*(?<marks>(?:\s?\[\^?\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\])+)(?:[.,;]?(?=\s|$|[A-Z“""]))\s*",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex MarksBehindTheStop();

    [GeneratedRegex(@"\[\^?(?<numbers>\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<first>\d{1,3})(?:\s*[–-]\s*(?<last>\d{1,3}))?", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NumberOrRange();

    [GeneratedRegex(@"^\s*(?:#{1,6}\s+|[-*•]\s+|\d{1,2}[.)]\s+(?=\p{Lu}))+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"\*\*|__|`", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"^\W*NO[ _]ANSWER\W*$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s+([.,;:!?])", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BlankBeforeStop();
}
