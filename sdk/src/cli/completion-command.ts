import { parseArguments } from "./arguments.js";
import { exitStatus, type ProcessIo } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** Help text of `apsdirect completion`. */
export const help = `apsdirect completion: prints a script that completes commands and methods in a shell.

Usage: apsdirect completion <bash|zsh|fish>

Examples:
  $ eval "$(apsdirect completion bash)"       # in ~/.bashrc
  $ eval "$(apsdirect completion zsh)"        # in ~/.zshrc, after compinit
  $ apsdirect completion fish | source        # in ~/.config/fish/config.fish

Exit status: 0 printed, 2 usage.
`;

/** Prints the completion script for a shell. Returns the exit status. */
export async function run(args: readonly string[], { stdout }: ProcessIo): Promise<number> {
  const [shell = "", ...others] = parseArguments(args, {}).positionals;
  const script = scripts.get(shell);
  if (script === undefined || others.length > 0)
    throw new UsageError(`Expected one of ${[...scripts.keys()].join(", ")}.`);
  stdout.write(script);
  return exitStatus.done;
}

/** Completion scripts by shell. They ask the program for the method names, so that these fit the installed version. */
const scripts: ReadonlyMap<string, string> = new Map([
  [
    "bash",
    `_apsdirect() {
  local current="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W "call completion explain sign" -- "$current"))
  elif [ "$COMP_CWORD" = 2 ] && [ "\${COMP_WORDS[1]}" = call ]; then
    COMPREPLY=($(compgen -W "$("\${COMP_WORDS[0]}" call --list | cut -d ' ' -f 1)" -- "$current"))
  fi
}
complete -o default -F _apsdirect apsdirect
`,
  ],
  [
    "zsh",
    `_apsdirect() {
  if (( CURRENT == 2 )); then
    compadd call completion explain sign
  elif (( CURRENT == 3 )) && [[ $words[2] == call ]]; then
    compadd -- \${(f)"$($words[1] call --list | cut -d ' ' -f 1)"}
  else
    _files
  fi
}
compdef _apsdirect apsdirect
`,
  ],
  [
    "fish",
    `complete -c apsdirect -n __fish_use_subcommand -f -a 'call completion explain sign'
complete -c apsdirect -n '__fish_seen_subcommand_from call; and test (count (commandline -opc)) -eq 2' -f -a '(apsdirect call --list)'
`,
  ],
]);
