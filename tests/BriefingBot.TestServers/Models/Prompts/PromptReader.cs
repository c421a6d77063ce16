using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Prompts;

/// <summary>
/// Reads the fences of a user message: "=== KIND number nonce ===" to "=== END KIND number nonce ===", the kinds being PASSAGE, EARLIER and
/// QUESTION (which has no number), the nonce 16 hex digits. The first fence's nonce is the right one; fences with another are text.
/// </summary>
public static partial class PromptReader
{
    /// <summary>Never fails: without fences there are no passages, and the whole message is the question.</summary>
    public static ModelPrompt Read(string userText)
    {
        ArgumentNullException.ThrowIfNull(userText);
        string text = userText.ReplaceLineEndings("\n");
        Match first = Fence.Match(text);
        if (!first.Success)
        {
            return new ModelPrompt("", [], [], text.Trim());
        }

        string nonce = first.Groups["nonce"].Value;
        List<PromptPassage> passages = [];
        List<string> earlier = [];
        string question = "";
        foreach (Match match in Fence.Matches(text).Where(match => match.Groups["nonce"].Value == nonce))
        {
            string kind = match.Groups["kind"].Value;
            string number = match.Groups["number"].Value;
            string body = match.Groups["body"].Value.Trim('\n');
            switch (kind)
            {
                case "PASSAGE":
                    passages.Add(ReadPassage(int.Parse(number), body));
                    break;
                case "EARLIER":
                    earlier.Add(body.Trim());
                    break;
                default:
                    question = body.Trim();
                    break;
            }
        }

        return new ModelPrompt(nonce, passages, earlier, question);
    }

    private static PromptPassage ReadPassage(int number, string body)
    {
        Dictionary<string, string> head = new(StringComparer.Ordinal);
        string[] lines = body.Split('\n');
        int line = 0;
        for (; line < lines.Length && HeadLine.Match(lines[line]) is { Success: true } match; line++)
        {
            head[match.Groups["name"].Value] = match.Groups["value"].Value.Trim();
            if (match.Groups["name"].Value == "Text")
            {
                break;
            }
        }

        // "Text:" ends the head and may have the words on its own line.
        string rest = string.Join('\n', lines.Skip(head.ContainsKey("Text") ? line + 1 : line));
        string date = head.GetValueOrDefault("Date", "undated");
        return new PromptPassage(
            number,
            head.GetValueOrDefault("Outlet", ""),
            head.GetValueOrDefault("Title", ""),
            date.Replace("(newest)", "", StringComparison.Ordinal).Trim(),
            date.Contains("(newest)", StringComparison.Ordinal),
            $"{head.GetValueOrDefault("Text", "")}\n{rest}".Trim()
        );
    }

    [GeneratedRegex(
        @"^=== (?<kind>PASSAGE|EARLIER|QUESTION)(?: (?<number>\d{1,4}))? (?<nonce>[0-9a-f]{16}) ===\n(?<body>.*?)^=== END \k<kind>(?: \k<number>)? \k<nonce> ===$",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"^(?<name>Outlet|Title|Date|Text):(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex HeadLine { get; }
}
