using BriefingBot.Core.Coverage;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace BriefingBot.Web.Pages.Changes;

/// <summary>Two revisions of an article, paragraph beside paragraph, with the words that changed marked.</summary>
/// <param name="Before">The former one.</param>
/// <param name="After">The later one.</param>
/// <param name="Rows">The paragraphs; null when the texts are too long to be compared.</param>
public sealed record ChangesModel(StoredArticle Before, StoredArticle After, IReadOnlyList<ChangedRow>? Rows)
{
    /// <summary>The longest text that is compared, in UTF-16 units: what changed wholly costs the square of its words.</summary>
    public const int Longest = 40_000;

    /// <summary>Do they say the same?</summary>
    public bool IsSame => Rows?.All(static row => !row.IsChanged) == true;

    public static ChangesModel Of(StoredArticle before, StoredArticle after)
    {
        string former = before.Article.Text;
        string later = after.Article.Text;
        return new ChangesModel(before, after, former.Length > Longest || later.Length > Longest ? null : Compare(former, later));
    }

    private static List<ChangedRow> Compare(string former, string later)
    {
        var sides = SideBySideDiffBuilder.Diff(ParagraphsOf(former), ParagraphsOf(later), ignoreWhiteSpace: false, ignoreCase: false);
        return
        [
            .. sides
                .OldText.Lines.Zip(sides.NewText.Lines)
                .Select(static pair => new ChangedRow(
                    PiecesOf(pair.First),
                    PiecesOf(pair.Second),
                    pair.First.Type != ChangeType.Unchanged || pair.Second.Type != ChangeType.Unchanged
                )),
        ];
    }

    private static string ParagraphsOf(string text) => text.Replace("\n\n", "\n", StringComparison.Ordinal);

    private static List<ChangedPiece> PiecesOf(DiffPiece line) =>
        line.Type switch
        {
            ChangeType.Imaginary => [],
            ChangeType.Modified => Join(line.SubPieces),
            var type => [new ChangedPiece(line.Text ?? "", type != ChangeType.Unchanged)],
        };

    /// <summary>Words that changed together are one piece.</summary>
    private static List<ChangedPiece> Join(IEnumerable<DiffPiece> words)
    {
        List<ChangedPiece> pieces = [];
        foreach (var word in words.Where(static word => !string.IsNullOrEmpty(word.Text)))
        {
            bool isChanged = word.Type != ChangeType.Unchanged;
            if (pieces.Count > 0 && pieces[^1].IsChanged == isChanged)
            {
                pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + word.Text };
            }
            else
            {
                pieces.Add(new ChangedPiece(word.Text, isChanged));
            }
        }

        return pieces;
    }
}
