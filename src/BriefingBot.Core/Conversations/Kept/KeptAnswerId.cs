using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace BriefingBot.Core.Conversations.Kept;

/// <summary>Names an answer in a link: 32 lower-case hexadecimal digits that nobody guesses, for whoever has it may read it.</summary>
public readonly record struct KeptAnswerId
{
    /// <summary>The number of digits.</summary>
    public const int Length = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");
    private readonly string? _value;

    private KeptAnswerId(string value) => _value = value;

    /// <summary>The digits; empty for <c>default</c>, which names no answer.</summary>
    public string Value => _value ?? "";

    /// <summary>One that was never given.</summary>
    public static KeptAnswerId New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2)));

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not an id.</exception>
    public static KeptAnswerId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException($"'{text}' is not the id of a kept answer: {Length} lower-case hexadecimal digits.");

    /// <summary>Accepts exactly <see cref="Length"/> lower-case hexadecimal digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out KeptAnswerId id)
    {
        bool valid = text?.Length == Length && !text.AsSpan().ContainsAnyExcept(Digits);
        id = valid ? new KeptAnswerId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
