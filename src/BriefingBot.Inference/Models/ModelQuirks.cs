using BriefingBot.Inference.Providers;

namespace BriefingBot.Inference.Models;

/// <summary>
/// What the configured model does not take, learnt from its first refusal: newer ones know no temperature or only another name of the token
/// limit. Thread-safe: what two calls learn at once is the same.
/// </summary>
/// <param name="usesMaxTokens">Begin with OpenAI's former name of the limit, <c>max_tokens</c>, which most compatible servers still
/// want.</param>
/// <param name="omitsTemperature">Begin without a temperature: Anthropic's client has no place for one.</param>
internal sealed class ModelQuirks(bool usesMaxTokens, bool omitsTemperature)
{
    private volatile bool _usesMaxTokens = usesMaxTokens;
    private volatile bool _hasChangedLimit;
    private volatile bool _omitsTemperature = omitsTemperature;

    /// <summary>The limit is called <c>max_tokens</c>, not <c>max_completion_tokens</c>.</summary>
    public bool UsesMaxTokens => _usesMaxTokens;

    /// <summary>A temperature must not be sent.</summary>
    public bool OmitsTemperature => _omitsTemperature;

    /// <summary>Learns from a refusal; false when it says nothing new, so that asking again is of no use.</summary>
    public bool Learn(Exception exception)
    {
        if (exception is not ProviderStatusException { Status: 400 or 422 } refusal)
        {
            return false;
        }

        if (!_omitsTemperature && IsAbout(refusal, "temperature"))
        {
            return _omitsTemperature = true;
        }

        if (!_hasChangedLimit && IsAbout(refusal, _usesMaxTokens ? "max_tokens" : "max_completion_tokens"))
        {
            _usesMaxTokens = !_usesMaxTokens;
            return _hasChangedLimit = true;
        }

        return false;
    }

    private static bool IsAbout(ProviderStatusException refusal, string field)
    {
        var error = refusal.Error;
        bool isNamed = error.Parameter is { } parameter
            ? parameter == field
            : error.Message?.Contains(field, StringComparison.Ordinal) == true;
        return isNamed
            && (
                error.Code is "unsupported_parameter" or "unsupported_value"
                || Says("support")
                || Says("deprecated")
                || Says("nrecognized")
                || Says("not permitted")
            );

        bool Says(string words) => error.Message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
    }
}
