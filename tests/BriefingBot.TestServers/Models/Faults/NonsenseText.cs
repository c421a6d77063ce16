using System.Text;

namespace BriefingBot.TestServers.Models.Faults;

/// <summary>Writes nonsense; the same seed gives the same.</summary>
internal static class NonsenseText
{
    private const string Signs = "abcxyzQRS0123456789 .,;:!?[](){}<>@#$%^&*_~`|\\/\"'\t\n\u0001\u001b\u200b\u202e\ufffd\ud83d";

    public static string Write(NonsenseKind kind, int seed) =>
        kind switch
        {
            NonsenseKind.Empty => "",
            NonsenseKind.Blank => " \n\t \n\n ",
            NonsenseKind.RandomCharacters => RandomCharacters(new Random(seed)),
            NonsenseKind.LongLine => string.Concat(Enumerable.Repeat("and then the talks about the talks about ", 1000)),
            NonsenseKind.Loop => string.Concat(Enumerable.Repeat("The talks went on and on and on [1]. ", 200)),
            NonsenseKind.OtherLanguage =>
                "Die Gespräche dauerten bis tief in die Nacht, und niemand wollte danach etwas sagen. Am Morgen fuhren "
                    + "alle nach Hause, ohne ein Wort. "
                    + "Das Wetter war schlecht, der Kaffee auch.",
            NonsenseKind.Markup => "# Answer\n\n## Overview [1]\n\n- **First** point [1]\n- second point [2]\n\n| who | what "
                + "|\n|---|---|\n| a | b [1] |\n\n```json\n{ \"a\": [1] }\n```\n\n> so it goes [1]",
            NonsenseKind.Json => """{"answer": "The talks went well [1].", "confidence": 0.97, "sources": [1, 2]}""",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    private static string RandomCharacters(Random dice)
    {
        StringBuilder text = new();
        for (int i = 0; i < 800; i++)
        {
            text.Append(Signs[dice.Next(Signs.Length)]);
        }

        return text.ToString();
    }
}
