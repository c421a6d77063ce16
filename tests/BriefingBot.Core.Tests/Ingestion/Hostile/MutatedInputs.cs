using System.Text;

namespace BriefingBot.Core.Tests.Ingestion.Hostile;

/// <summary>Makes broken inputs of good ones: the same ones for the same seed.</summary>
internal sealed class MutatedInputs(int seed)
{
    private static readonly string[] Tokens =
    [
        "---\n",
        "+++\n",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        ":",
        "&a",
        "*a",
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "&#x110000;",
        "&",
        "\\u0000",
        "\\",
        "\0",
        "\uFFFD",
        "\uD83D",
        "\r",
        "\n",
        "\n\n",
        "\t",
        "null",
        "true",
        "1e999",
        "-0",
        "2024-02-30",
        "9999999999999",
        "<script>",
        "<table><tr><td>",
        "<?xml version=\"1.0\"?>",
        "<!DOCTYPE a>",
        "Content-Type: multipart/mixed; boundary=b\r\n",
        "--b\r\n",
        "=?utf-8?Q?=",
        "| a | b |\n",
        "[^1]: ",
        "{{<",
        "%}",
        "“",
        "—",
        "(AP) — ",
        "By ",
        "Feb. 30, 2024",
        "• ",
        "Copyright 2024 ",
        "!!binary ",
        "<<: ",
        "? ",
        "|\n",
        ">\n",
        "%YAML 1.2\n",
        "é",
        "\u202E",
        "\u200B",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One more.</summary>
    public byte[] Next(IReadOnlyList<string> originals)
    {
        var text = new StringBuilder(originals[_random.Next(originals.Count)]);
        for (int changes = _random.Next(1, 8); changes > 0; changes--)
        {
            int at = _random.Next(text.Length + 1);
            switch (_random.Next(6))
            {
                case 0 or 1:
                    text.Insert(at, Tokens[_random.Next(Tokens.Length)]);
                    break;
                case 2:
                    text.Remove(at, Math.Min(text.Length - at, _random.Next(20)));
                    break;
                case 3:
                    text.Length = at;
                    break;
                case 4:
                    text.Insert(at, new StringBuilder().Insert(0, Tokens[_random.Next(Tokens.Length)], _random.Next(1, 40)));
                    break;
                default:
                    string other = originals[_random.Next(originals.Count)];
                    text.Insert(at, other[_random.Next(other.Length)..]);
                    break;
            }
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (bytes.Length > 0 && _random.Next(4) == 0)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return bytes;
    }
}
