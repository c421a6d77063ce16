using System.Text;

namespace BriefingBot.Inference.Tests.FakeModelTests;

/// <summary>User messages with the fences that the model is given.</summary>
internal static class PromptText
{
    public const string Nonce = "3f9a0c1d2b4e5f60";

    public const string Ferry =
        "The city council approved a ferry line to Harrow Island on 12 March 2024. The line will cost 14 million "
        + "dollars and run every 20 minutes. "
        + "Mayor Dana Okafor said the ferry would “take 3,000 cars off the bridge” every day.";

    public const string Bridge =
        "Engineers closed one lane of the Harrow bridge after cracks were found in two pillars. Repairs will take "
        + "until October, the port authority said. "
        + "“Nobody was in danger,” chief engineer Luis Brandt told reporters.";

    public static string Of(string question, params IReadOnlyList<string> passages)
    {
        StringBuilder text = new();
        for (int i = 0; i < passages.Count; i++)
        {
            text.Append(
                $"=== PASSAGE {i + 1} {Nonce} ===\nOutlet: Outlet {(char)('A' + i)}\nTitle: Report {i + 1}\nDate: "
                    + $"2024-03-1{i} (newest)\nText:\n"
            );
            text.Append($"{passages[i]}\n=== END PASSAGE {i + 1} {Nonce} ===\n");
        }

        return question.Length == 0
            ? text.ToString()
            : text.Append($"=== QUESTION {Nonce} ===\n{question}\n=== END QUESTION {Nonce} ===\n").ToString();
    }

    public static string FollowUp(string question, params IReadOnlyList<string> earlier) =>
        string.Concat(
            earlier.Select((text, index) => $"=== EARLIER {index + 1} {Nonce} ===\n{text}\n=== END EARLIER {index + 1} {Nonce} ===\n")
        ) + $"=== QUESTION {Nonce} ===\n{question}\n=== END QUESTION {Nonce} ===\n";
}
