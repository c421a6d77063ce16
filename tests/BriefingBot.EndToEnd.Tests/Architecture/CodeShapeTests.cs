using System.Text.RegularExpressions;

namespace BriefingBot.EndToEnd.Tests.Architecture;

/// <summary>
/// The shape of the code: rules of language stand in <c>Language/English</c>, where an editor finds them, and a line fits the window.
/// </summary>
public sealed partial class CodeShapeTests
{
    private const int LongestLine = 140;
    private const int LongestPattern = 200;
    private const int MostWords = 20;
    private const int MostFiles = 20;

    /// <summary>Names of measured signals, in the order of their weights, and of HTML's elements: no words.</summary>
    private static readonly string[] NoWords = ["AnswerabilityJudge.cs", "HtmlText.cs"];

    [Fact]
    public void No_line_is_longer_than_the_window() =>
        AssertNone(
            Files("src", "tests", "tools")
                .SelectMany(file =>
                    LinesOutsideRawStrings(file.Text)
                        .Where(line => line.Text.Length > LongestLine && !(file.IsTest && OneLiteral().IsMatch(line.Text)))
                        .Select(line => $"{file.Name}:{line.Number} has {line.Text.Length} characters, more than {LongestLine}.")
                )
        );

    [Fact]
    public void No_folder_has_more_files_than_one_can_survey() =>
        AssertNone(
            new[] { "src", "tests", "tools" }
                .SelectMany(static root =>
                    Directory.EnumerateDirectories(Path.Combine(ProjectFile.Repository, root), "*", SearchOption.AllDirectories)
                )
                .Select(folder =>
                    (
                        Name: Path.GetRelativePath(ProjectFile.Repository, folder).Replace('\\', '/'),
                        Files: Directory.EnumerateFiles(folder).Count(file => Path.GetExtension(file) is ".cs" or ".razor")
                    )
                )
                .Where(folder => !folder.Name.Split('/').Any(part => part is "bin" or "obj"))
                .Where(folder => folder.Files > MostFiles)
                .Select(folder => $"{folder.Name} has {folder.Files} files, more than {MostFiles}: part it by what belongs together.")
        );

    [Fact]
    public void No_pattern_in_code_is_longer_than_one_can_read() =>
        AssertNone(
            Files("src")
                .SelectMany(file =>
                    Patterns(file.Text)
                        .Where(pattern => pattern.Length > LongestPattern)
                        .Select(pattern =>
                            $"{file.Name}:{LineOf(file.Text, pattern.At)} has a pattern of {pattern.Length} characters, more than "
                            + $"{LongestPattern}: put it, or its words, into Language/English and read it with LanguagePattern."
                        )
                )
        );

    [Fact]
    public void No_list_of_words_in_code_is_longer_than_one_can_survey() =>
        AssertNone(
            Files("src")
                .Where(file => !NoWords.Contains(Path.GetFileName(file.Name)))
                .SelectMany(file =>
                    Lists(file.Text)
                        .Where(list => list.Words > MostWords)
                        .Select(list =>
                            $"{file.Name}:{LineOf(file.Text, list.At)} has a list of {list.Words} words, more than {MostWords}: put it "
                            + "into Language/English and read it with LanguageData."
                        )
                )
        );

    [Fact]
    public void What_catches_everything_says_what_it_expects() =>
        AssertNone(
            Files("src")
                .SelectMany(file =>
                    BroadCatch()
                        .Matches(file.Text)
                        .Where(found => found.Groups["first"].Value != "//" && !NamesKinds().IsMatch(found.Groups["filter"].Value))
                        .Select(found =>
                            $"{file.Name}:{LineOf(file.Text, found.Index)} catches everything: name what it expects in a filter, or say why "
                            + "in a comment that begins its block."
                        )
                )
        );

    /// <summary>Shows all faults; a collection's own message would cut them off.</summary>
    private static void AssertNone(IEnumerable<string> faults)
    {
        string all = string.Join('\n', faults);

        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<(string Name, string Text, bool IsTest)> Files(params string[] folders) =>
        folders.SelectMany(folder =>
            Directory
                .EnumerateFiles(Path.Combine(ProjectFile.Repository, folder), "*.cs", SearchOption.AllDirectories)
                .Select(path => (Name: Path.GetRelativePath(ProjectFile.Repository, path), Path: path))
                .Where(file => !file.Name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                .Select(file => (file.Name, File.ReadAllText(file.Path), folder != "src"))
        );

    private static IEnumerable<(int Number, string Text)> LinesOutsideRawStrings(string text)
    {
        bool isRaw = false;
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            int quotes = RawQuotes().Count(line);
            bool turns = quotes % 2 == 1;
            if (!isRaw && quotes == 0)
            {
                yield return (number, line.TrimEnd('\r'));
            }

            isRaw ^= turns;
        }
    }

    /// <summary>What is handed to a regular expression, its literals put together as the compiler does.</summary>
    private static IEnumerable<(int At, int Length)> Patterns(string text) =>
        PatternStart()
            .Matches(text)
            .Select(start => (start.Index, Concatenation().Match(text, start.Index + start.Length).Value))
            .Select(pattern => (pattern.Index, Literal().Matches(pattern.Value).Sum(literal => literal.Groups["in"].Length)));

    /// <summary>Runs of string literals, and of words between bars or blanks inside one.</summary>
    private static IEnumerable<(int At, int Words)> Lists(string text) =>
        Literals()
            .Matches(text)
            .Select(run => (run.Index, Literal().Count(run.Value)))
            .Concat(Literal().Matches(text).Select(literal => (literal.Index, literal.Groups["in"].Value.Count('|'.Equals) + 1)));

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    [GeneratedRegex(
        @"catch \(Exception(?: \w+)?\)(?<filter>.*?)^\s*\{\s*?$\s*(?<first>\S+)",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex BroadCatch();

    [GeneratedRegex(@"\b(?:exception|error)\s+is\s+\(?(?!not\b)|\bIs\w+\(")]
    private static partial Regex NamesKinds();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    [GeneratedRegex("^\\s*(?:\\+ |\\[InlineData\\()?[$@]*\"")]
    private static partial Regex OneLiteral();

    [GeneratedRegex(@"\bGeneratedRegex\(\s*|\bRegex\w*\s*\(\s*(?=[$@]*"")|\bRegex \w+ = new\(\s*")]
    private static partial Regex PatternStart();

    [GeneratedRegex("""\G(?:[$@]*"(?:\\.|""|[^"\\])*"\s*(?:\+\s*)?|\w+\s*\+\s*)+""")]
    private static partial Regex Concatenation();

    [GeneratedRegex("""[$@]*(?<!")"(?<in>(?:\\.|""|[^"\\\n])*)"(?!")""")]
    private static partial Regex Literal();

    [GeneratedRegex("""(?:"(?:\\.|[^"\\\n])*"\s*(?:,|\bor\b)\s*(?://[^\n]*\n\s*)*){10,}(?:"(?:\\.|[^"\\\n])*")?""")]
    private static partial Regex Literals();
}
