using System.Runtime.CompilerServices;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Core.Text;

/// <summary>
/// Reads the one mapping of a YAML text. What people write by hand is small and flat: text beyond <see cref="MaxChars"/>, deeper than
/// <see cref="MaxDepth"/> or with aliases (which can name themselves, or grow without end) is refused. Of a key that stands twice the last
/// value counts.
/// </summary>
internal static class YamlMapping
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxChars = 4 * 1024 * 1024;

    /// <summary>The deepest nesting of lists and mappings.</summary>
    public const int MaxDepth = 32;

    // The library keeps the places of its own nodes to itself.
    private static readonly ConditionalWeakTable<YamlNode, StrongBox<long>> Lines = [];

    /// <summary>Loads it; null when the text holds nothing.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="firstLine">The line of the file on which the text begins, from 1; for messages.</param>
    /// <exception cref="FormatException">No YAML, no mapping, or beyond the bounds; the message names the line.</exception>
    public static YamlMappingNode? Load(string yaml, int firstLine)
    {
        if (yaml.Length > MaxChars)
        {
            throw new FormatException(
                $"YAML of more than {MaxChars / 1048576} MB from line {firstLine} on: so much about articles "
                    + $"belongs in files of their own."
            );
        }

        try
        {
            var reader = new EventReader(new Parser(new Scanner(new StringReader(yaml), skipComments: true)), firstLine);
            return reader.ReadDocument() switch
            {
                null or YamlScalarNode { Value: null or "" } => null,
                YamlMappingNode mapping => mapping,
                _ => throw new FormatException($"malformed YAML on line {firstLine}: expected lines of 'name: value'."),
            };
        }
        catch (YamlException exception)
        {
            throw new FormatException(
                $"malformed YAML on line {firstLine + exception.Start.Line - 1}: "
                    + FirstLine(exception.InnerException?.Message ?? exception.Message),
                exception
            );
        }
        catch (Exception exception) when (IsStumble(exception))
        {
            throw new FormatException($"malformed YAML from line {firstLine} on: expected lines of 'name: value'.", exception);
        }
    }

    // The parser has states of its own in which it stumbles over its input.
    private static bool IsStumble(Exception exception) =>
        exception
            is InvalidOperationException
                or ArgumentException
                or NullReferenceException
                or IndexOutOfRangeException
                or KeyNotFoundException
                or OverflowException;

    /// <summary>The line on which a node of <see cref="Load"/> begins, from 1 within its text.</summary>
    public static long LineOf(YamlNode node) => Lines.TryGetValue(node, out var line) ? line.Value : 1;

    /// <summary>The value of a key, in any case; null when it is not there.</summary>
    public static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping
            .Children.FirstOrDefault(child => string.Equals((child.Key as YamlScalarNode)?.Value, key, StringComparison.OrdinalIgnoreCase))
            .Value;

    /// <summary>The text of a scalar, of a list of them, or of a person's name; null when there is none.</summary>
    public static string? Text(YamlNode? node) =>
        node switch
        {
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" } => null,
            YamlScalarNode { Value: { } value } when !string.IsNullOrWhiteSpace(value) => value.Trim(),
            YamlSequenceNode list when list.Children.Select(Text).OfType<string>().ToArray() is { Length: > 0 } items => string.Join(
                ", ",
                items
            ),
            YamlMappingNode person => Text(Find(person, "name")),
            _ => null,
        };

    private static FormatException TooDeep(long line) =>
        new($"YAML nested deeper than {MaxDepth} levels on line {line}: write plain lines of 'name: value'.");

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];

    // Builds the nodes from the parser's events: the library's own loader recurses without a bound, follows aliases, and refuses a key that
    // stands twice.
    private sealed class EventReader(IParser parser, int firstLine)
    {
        public YamlNode? ReadDocument()
        {
            parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
            {
                return null;
            }

            parser.Consume<DocumentStart>();
            var root = ReadNode(1);
            parser.Consume<DocumentEnd>();
            return root;
        }

        private YamlNode ReadNode(int depth)
        {
            long line = parser.Current?.Start.Line ?? 1;
            var node = ReadAt(depth);
            Lines.Add(node, new StrongBox<long>(line));
            return node;
        }

        private YamlNode ReadAt(int depth)
        {
            if (parser.TryConsume<Scalar>(out var scalar))
            {
                return new YamlScalarNode(scalar.Value) { Style = scalar.Style };
            }

            if (parser.TryConsume<AnchorAlias>(out var alias))
            {
                throw new FormatException(
                    $"YAML with an alias ('*{alias.Value}') on line {firstLine + alias.Start.Line - 1}: write the value out."
                );
            }

            if (depth > MaxDepth)
            {
                throw TooDeep(firstLine + (parser.Current?.Start.Line ?? 1) - 1);
            }

            if (parser.TryConsume<SequenceStart>(out _))
            {
                var list = new YamlSequenceNode();
                while (!parser.TryConsume<SequenceEnd>(out _))
                {
                    list.Children.Add(ReadNode(depth + 1));
                }

                return list;
            }

            parser.Consume<MappingStart>();
            var mapping = new YamlMappingNode();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = ReadNode(depth + 1);
                mapping.Children[key] = ReadNode(depth + 1);
            }

            return mapping;
        }
    }
}
