using Microsoft.Extensions.Options;

namespace BriefingBot.Telemetry;

/// <summary>Checks <see cref="TelemetryOptions"/> before anything starts.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        List<string> failures = [];
        if (
            options.OtlpEndpoint is { } endpoint
            && (
                !Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https")
                || address.UserInfo.Length > 0
            )
        )
        {
            failures.Add(
                "Telemetry:OtlpEndpoint is not the address of a collector; write it as http://127.0.0.1:4317, without a "
                    + "name or a password, or leave it out."
            );
        }

        if (options.Protocol is not (null or TelemetryOptions.Grpc or TelemetryOptions.HttpProtobuf))
        {
            failures.Add(
                $"Telemetry:Protocol is '{options.Protocol}'; choose {TelemetryOptions.Grpc} (port 4317) or "
                    + $"{TelemetryOptions.HttpProtobuf} (port 4318)."
            );
        }

        if (options.ServiceName is { } service && string.IsNullOrWhiteSpace(service))
        {
            failures.Add("Telemetry:ServiceName is empty; give a name, or leave it out.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
