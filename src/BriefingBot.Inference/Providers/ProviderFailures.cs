using System.Globalization;
using System.Text.Json;
using Anthropic.Exceptions;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;

namespace BriefingBot.Inference.Providers;

/// <summary>
/// Turns whatever a provider's client throws into one line that says what happened and what to do, and into the reason for the answer.
/// </summary>
/// <param name="subject">Who failed, at the head of the line: <c>The language model at api.openai.com</c>.</param>
/// <param name="section">The section of the settings that can mend it.</param>
/// <param name="model">The model's name as configured.</param>
/// <param name="key">The key that is sent; never part of a message.</param>
/// <param name="keyVariable">The environment variable that may hold the key.</param>
/// <param name="timeout">What is waited for an answer.</param>
internal sealed class ProviderFailures(string subject, string section, string model, string? key, string keyVariable, TimeSpan timeout)
{
    /// <summary>Explains an exception; one that is explained already stays what it is.</summary>
    public ModelException Explain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (TryExplain(cause) is { } explained)
            {
                return explained;
            }
        }

        return Make(
            ModelFallback.Unavailable,
            $"failed: {ProviderWords.Clean(exception.Message, key) ?? exception.GetType().Name}. Check "
                + $"{section}:BaseUrl and what answers there.",
            exception
        );
    }

    /// <summary>It did not end in time.</summary>
    public ModelException TimedOut(Exception? exception) =>
        Make(
            ModelFallback.TimedOut,
            string.Create(
                CultureInfo.InvariantCulture,
                $"did not finish its answer within {timeout.TotalSeconds:0.#} s. Raise {section}:Timeout, or use a faster model."
            ),
            exception
        );

    /// <summary>The answer ended for the limit of its length.</summary>
    public ModelException Truncated(int maxOutputTokens) =>
        Make(
            ModelFallback.CutOff,
            string.Create(
                CultureInfo.InvariantCulture,
                $"reached its limit of {maxOutputTokens} tokens before the end. Raise {section}:MaxOutputTokens; a "
                    + $"model that thinks before it writes needs thousands."
            )
        );

    /// <summary>There was no word in the answer.</summary>
    public ModelException Empty() => Make(ModelFallback.CutOff, $"wrote nothing. If that goes on, choose another {section}:Model.");

    /// <summary>The stream ended before it was said to be complete.</summary>
    public ModelException EndedEarly() =>
        Make(
            ModelFallback.CutOff,
            "broke off in the middle of its answer. If that goes on, check the server's log and any proxies in between."
        );

    /// <summary>The provider's filter refused to answer.</summary>
    /// <param name="hasText">Something was written before.</param>
    public ModelException Filtered(bool hasText) =>
        Make(
            hasText ? ModelFallback.CutOff : ModelFallback.Unavailable,
            "refused to answer by its content filter. News of violence can set it off: loosen the filter at the "
                + "provider, or choose another model."
        );

    /// <summary>Which environment variable may hold the key.</summary>
    private string KeyPlaces => $"{section}:ApiKey, {section}:ApiKeyFile or {keyVariable}";

    /// <summary>Only what the language model reads can be made shorter; passages are short.</summary>
    private string Shorter => section == ModelOptions.Section ? "Lower Model:ContextTokens" : "Lower Encoder:BatchSize";

    private ModelException? TryExplain(Exception exception) =>
        exception switch
        {
            ModelException explained => explained,
            ProviderStatusException status => ExplainStatus(status),
            TimeoutException or OperationCanceledException => TimedOut(exception),
            HttpRequestException request => ExplainRequest(request),
            AnthropicSseException or IOException => new ModelException(EndedEarly().Message, ModelFallback.CutOff, null, exception),
            JsonException or FormatException => Make(
                ModelFallback.CutOff,
                $"answered with what is not its protocol. Check {section}:BaseUrl and {section}:Provider.",
                exception
            ),
            _ => null,
        };

    private ModelException ExplainRequest(HttpRequestException exception) =>
        exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => Make(
                ModelFallback.Unavailable,
                $"cannot be found: its host name does not resolve. Correct {section}:BaseUrl, or check the DNS.",
                exception
            ),
            HttpRequestError.ConnectionError => Make(
                ModelFallback.Unavailable,
                $"cannot be reached: "
                    + $"{ProviderWords.Clean(exception.InnerException?.Message ?? exception.Message, key)}. Start the server, "
                    + $"correct {section}:BaseUrl, or allow access to it.",
                exception
            ),
            HttpRequestError.SecureConnectionError => Make(
                ModelFallback.Unavailable,
                $"cannot be reached over TLS. Check its certificate, and whether {section}:BaseUrl should begin with http://.",
                exception
            ),
            HttpRequestError.ProxyTunnelError => Make(
                ModelFallback.Unavailable,
                "cannot be reached: the proxy refused the connection. Check HTTPS_PROXY and NO_PROXY.",
                exception
            ),
            HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.Unknown => Make(
                ModelFallback.Unavailable,
                "dropped the connection before it answered. Check the server's log and any proxies in between.",
                exception
            ),
            _ => Make(
                ModelFallback.Unavailable,
                $"could not be asked: {ProviderWords.Clean(exception.Message, key)}. Check {section}:BaseUrl and what answers there.",
                exception
            ),
        };

    private ModelException ExplainStatus(ProviderStatusException exception)
    {
        if (exception.IsWebPage)
        {
            return Make(
                ModelFallback.CutOff,
                $"answered with a web page ({exception.Status}). {section}:BaseUrl leads to a proxy, a sign-in page or "
                    + $"another server: correct it.",
                exception
            );
        }

        string? words = ProviderWords.Clean(exception.Error.Message, key);
        string said = words is null ? $"({exception.Status})" : $"({exception.Status}: {words})";
        return exception.Status switch
        {
            400 or 413 or 422 when IsTooLong(exception) => Make(
                ModelFallback.Unavailable,
                $"refused the request as too long {said}. {Shorter}, or choose a model with a larger context.",
                exception
            ),
            401 => Make(
                ModelFallback.Unavailable,
                key is null ? $"requires a key (401). Set {KeyPlaces}." : $"refused the key (401). Put a valid one into {KeyPlaces}.",
                exception
            ),
            402 => Make(ModelFallback.RateLimited, $"requires payment {said}. Check the account's plan and balance.", exception),
            403 => Make(
                ModelFallback.Unavailable,
                $"denied access {said}. Check what the key, its project and its region may use.",
                exception
            ),
            404 when IsAboutModel(exception) => Make(
                ModelFallback.Unavailable,
                $"does not know the model '{model}' {said}. Correct {section}:Model, or load that model on the server.",
                exception
            ),
            404 or 405 => Make(
                ModelFallback.Unavailable,
                $"has no such address {said}. Correct {section}:BaseUrl: OpenAI-compatible servers end with /v1, "
                    + $"Anthropic's address has no path.",
                exception
            ),
            408 => Make(ModelFallback.TimedOut, $"gave up waiting {said}. If that goes on, check the server.", exception),
            429 when exception.Error.Code is "insufficient_quota" or "billing_error" => Make(
                ModelFallback.RateLimited,
                $"has no quota left {said}. Check the account's plan and balance: waiting does not help.",
                exception
            ),
            429 => Make(
                ModelFallback.RateLimited,
                $"limits the rate {said}{Asking(exception.RetryAfter)}. Raise the account's limits, or ask less often.",
                exception
            ),
            >= 300 and < 400 => Make(
                ModelFallback.Unavailable,
                $"redirects to another address {said}, which is not followed. Set {section}:BaseUrl to that one.",
                exception
            ),
            >= 500 => Make(
                ModelFallback.Unavailable,
                $"failed {said}. If that goes on, check the server or the provider's status page.",
                exception
            ),
            _ => Make(ModelFallback.Unavailable, $"refused the request {said}. Check {section}:Model and {section}:BaseUrl.", exception),
        };
    }

    private static string Asking(TimeSpan? wait) =>
        wait is { } time ? string.Create(CultureInfo.InvariantCulture, $" and asks for {Math.Ceiling(time.TotalSeconds):0} s of rest") : "";

    private static bool IsTooLong(ProviderStatusException exception) =>
        exception.Status == 413
        || exception.Error.Code is "context_length_exceeded" or "exceed_context_size_error" or "request_too_large"
        || Says(exception, "context length")
        || Says(exception, "context size")
        || Says(exception, "prompt is too long");

    private static bool IsAboutModel(ProviderStatusException exception) =>
        exception.Error.Code is "model_not_found" or "not_found_error" or "DeploymentNotFound" || Says(exception, "model");

    private static bool Says(ProviderStatusException exception, string words) =>
        exception.Error.Message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private ModelException Make(ModelFallback reason, string what, Exception? inner = null) =>
        new($"{subject} {what}", reason, (inner as ProviderStatusException)?.RetryAfter, inner);
}
