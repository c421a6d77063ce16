using Microsoft.Extensions.Options;

namespace BriefingBot.Configuration.Validation;

/// <summary>Checks <see cref="DataOptions"/> before anything starts.</summary>
internal sealed class DataOptionsValidator : IValidateOptions<DataOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DataOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Folder))
        {
            return ValidateOptionsResult.Fail("Data:Folder (--data) is empty; name a folder such as data.");
        }

        return File.Exists(options.Folder)
            ? ValidateOptionsResult.Fail($"Data:Folder (--data) is '{options.Folder}', which is a file; name a folder.")
            : ValidateOptionsResult.Success;
    }
}
