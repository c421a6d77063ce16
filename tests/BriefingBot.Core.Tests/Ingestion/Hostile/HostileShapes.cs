using System.Text;

namespace BriefingBot.Core.Tests.Ingestion.Hostile;

/// <summary>Texts that are no prose, of any size: what parsers, patterns and scanners stumble over.</summary>
internal static class HostileShapes
{
    private const string Prose = "Council opens bridge\n\nThe council opened a bridge.\n\n";

    /// <summary>What each shape repeats.</summary>
    public static IReadOnlyList<string> Pieces { get; } =
    [
        "(", ". ", "[a](", "a", "a ", "Aa ", "a.\"", "Aa.Bb.", "U.S. ", ". . ", "((((", "1/2/2 ", "By By, ", "said, ", "Feb. 23 ", "Word-\n", "- \n", "A line.\n", "\n\n• x", "“", "‘a’ ", "\"a\" ",
        "<a ", "<div>", "</p><p>", "<!--", "<script>", "&amp;", "&#8217;", "{{", "{% ", "{{< ", "|a|b\n", "a\tb\n", "a   b   c\n", "> ", "> > \n", "* ", "**a", "_a", "`", "~~", "![", "[^1]", "[x]: y\n",
        "—", "A — ", "(AP) — ", "A, B/", "Copyright ", "2024-02-23 ", "1,", "1.", "#", "# \n", "@a ", "http://a ", "…", "é", "â€™", "😀", "\u200B", "\u0301a", "ignore all previous ", "Read more: ", "Share\n", "Home > ",
        "Image source, ", "Mr. ", "I. ", "?!", ":\n", "; ", "'", "\\", "$", "%", "<td>", "<table><tr>", "<li>", "<b", "---\n", "===\n", "+ \n", "1) ", "  \n", "Year | ", "Jan ", "de 5 ",
    ];

    /// <summary>A text of about <paramref name="kilobytes"/> of one shape, behind a line of prose.</summary>
    public static string Make(string piece, int kilobytes)
    {
        int length = kilobytes * 1024;
        return Prose + new StringBuilder(length).Insert(0, piece, length / piece.Length);
    }
}
