// Only the module's name was wrong.
console.log("text", "in a module of another name");
