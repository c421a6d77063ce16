using Microsoft.Extensions.Options;

namespace BriefingBot.Configuration.Validation;

/// <summary>Checks <see cref="WebOptions"/> before anything starts.</summary>
internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        List<string> failures = [];
        if (options.Addresses.Count == 0)
        {
            failures.Add("Web:Urls is empty; give an address such as http://127.0.0.1:5080.");
        }

        failures.AddRange(
            options
                .Addresses.Where(address => !IsAddress(address))
                .Select(address =>
                    $"Web:Urls holds '{address}', which is not an address to listen on; write it as "
                    + $"http://127.0.0.1:5080 or http://0.0.0.0:8080."
                )
        );
        if (options.MaxRequestBytes is < 1024 or > 16 * 1024 * 1024)
        {
            failures.Add($"Web:MaxRequestBytes is {options.MaxRequestBytes}; choose 1024 to 16777216.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address is { Scheme: "http", Port: >= 0 and <= 65535, IsUnixPipe: false }
                && address.Host.Length > 0
                && address.PathBase.Length == 0;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return false;
        }
    }
}
