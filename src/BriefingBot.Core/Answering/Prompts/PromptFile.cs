using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Text;
using HandlebarsDotNet;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Core.Answering.Prompts;

/// <summary>
/// Reads a prompt: YAML front matter (name, version, temperature), then a part under <c># System</c> and one under <c># User</c>, both
/// Handlebars templates.
/// </summary>
internal static partial class PromptFile
{
    private const int MaxVersionLength = 40;
    private static readonly IHandlebars Engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });

    /// <summary>Reads and checks it.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">What the file holds.</param>
    /// <exception cref="PromptException">It cannot be used.</exception>
    public static Prompt Parse(PromptKind kind, string path, string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int body = ReadFrontMatter(kind, path, lines, out string version, out float temperature);
        int system = FindPart(path, lines, body, "# System");
        int user = FindPart(path, lines, body, "# User");
        if (user < system)
        {
            throw Wrong(path, user, "'# User' comes before '# System'; put the instructions first.");
        }

        CheckPlaceholders(kind, path, lines, body);
        return new Prompt(kind, version, temperature, Compile(path, lines, system + 1, user), Compile(path, lines, user + 1, lines.Length));
    }

    private static int ReadFrontMatter(PromptKind kind, string path, string[] lines, out string version, out float temperature)
    {
        int close = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() == "---") : -1;
        if (close < 0)
        {
            throw Wrong(path, 0, "a prompt begins with front matter: a line '---', then name, version and temperature, then a line '---'.");
        }

        YamlMappingNode fields;
        try
        {
            fields = YamlMapping.Load(string.Join('\n', lines[1..close]), firstLine: 2) ?? new YamlMappingNode();
        }
        catch (FormatException exception)
        {
            throw new PromptException($"{path}: {exception.Message}", exception);
        }

        string? name = YamlMapping.Text(YamlMapping.Find(fields, "name"));
        if (name != kind.Name)
        {
            throw Wrong(path, Line("name"), $"the name is '{name}'; this file's is '{kind.Name}'.");
        }

        version = YamlMapping.Text(YamlMapping.Find(fields, "version")) ?? "";
        if (version.Length is 0 or > MaxVersionLength || version.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)))
        {
            throw Wrong(
                path,
                Line("version"),
                $"the version is '{version}'; give one without blanks, such as 2, and a new one whenever the text "
                    + $"changes: it is recorded with every answer."
            );
        }

        string? degrees = YamlMapping.Text(YamlMapping.Find(fields, "temperature"));
        if (
            !float.TryParse(degrees ?? "0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out temperature)
            || temperature > 2
        )
        {
            throw Wrong(path, Line("temperature"), $"the temperature is '{degrees}'; choose 0 to 2, such as 0.1.");
        }

        return close + 1;

        int Line(string field) =>
            Math.Max(0, Array.FindIndex(lines, 0, close, line => line.StartsWith(field + ":", StringComparison.OrdinalIgnoreCase)));
    }

    private static int FindPart(string path, string[] lines, int body, string heading)
    {
        int at = Array.FindIndex(lines, body, line => string.Equals(line.Trim(), heading, StringComparison.OrdinalIgnoreCase));
        return at >= 0
            ? at
            : throw Wrong(path, body, $"there is no line '{heading}'; the instructions go below '# System', the material below '# User'.");
    }

    private static void CheckPlaceholders(PromptKind kind, string path, string[] lines, int body)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        for (int i = body; i < lines.Length; i++)
        {
            foreach (Match match in Tag().Matches(lines[i]).Where(match => match.Groups["name"].Success))
            {
                string name = match.Groups["name"].Value;
                if (!kind.Allowed.Contains(name, StringComparer.Ordinal))
                {
                    throw Wrong(
                        path,
                        i,
                        $"{match.Value} is not known here; allowed names are {Names(kind.Allowed)}, and {{{{#if name}}}} ... "
                            + $"{{{{/if}}}} around a part."
                    );
                }

                if (match.Groups["block"].Value.Length == 0)
                {
                    found.Add(name);
                }
            }

            string rest = Tag().Replace(lines[i], "");
            if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
            {
                throw Wrong(
                    path,
                    i,
                    $"double braces hold one name; allowed names are {Names(kind.Allowed)}, and {{{{#if name}}}} ... "
                        + $"{{{{else}}}} ... {{{{/if}}}} around a part."
                );
            }
        }

        if (kind.Required.FirstOrDefault(name => !found.Contains(name)) is { } missing)
        {
            throw Wrong(
                path,
                body,
                $"the text has no {{{{{missing}}}}}; it needs "
                    + $"{Names(kind.Required)}{(kind.Optional.Count == 0 ? "" : $" and may hold {Names(kind.Optional)}")}."
            );
        }
    }

    private static HandlebarsTemplate<object, object> Compile(string path, string[] lines, int first, int end)
    {
        try
        {
            return Engine.Compile(string.Join('\n', lines[first..end]));
        }
        catch (HandlebarsException exception)
        {
            throw Wrong(path, first, $"the part that begins here is not a valid template: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"{{{{{name}}}}}"));

    private static PromptException Wrong(string path, int index, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}, line {index + 1}: {what}"));

    [GeneratedRegex(
        @"\{\{\{?\s*(?:(?<block>[#^/])\s*(?:if|unless)\b\s*(?<name>[\w.-]+)?|else|!(?:--)?[^}]*|(?<name>[\w.@-]+))\s*\}?\}\}",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Tag();
}
