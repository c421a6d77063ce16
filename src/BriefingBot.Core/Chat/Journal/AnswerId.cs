using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Chat.Journal;

/// <summary>
/// Names an answer: 20 lower-case hexadecimal digits, short enough for the id of a button. No secret: whoever may see an answer is checked
/// by its asker.
/// </summary>
public readonly record struct AnswerId
{
    /// <summary>The number of digits.</summary>
    public const int Length = 20;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");
    private readonly string? _value;

    private AnswerId(string value) => _value = value;

    /// <summary>The digits; empty for <c>default</c>, which names no answer.</summary>
    public string Value => _value ?? "";

    /// <summary>The answer to a question. The same at every attempt, so that an attempt after a crash replaces the one before.</summary>
    public static AnswerId Of(ChatQuestionId question) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.ToString())))[..Length]);

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not an id.</exception>
    public static AnswerId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException($"'{text}' is not the id of an answer: {Length} lower-case hexadecimal digits.");

    /// <summary>Accepts exactly <see cref="Length"/> lower-case hexadecimal digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AnswerId id)
    {
        bool valid = text?.Length == Length && !text.AsSpan().ContainsAnyExcept(Digits);
        id = valid ? new AnswerId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
